'use server';

import { type Refusal, refuse } from '#lib/errors/result.ts';
import { formAction } from '#lib/identity/action.ts';
import { person } from '#lib/identity/caller.ts';
import { refreshPage } from '#lib/identity/next-adapter.ts';
import { completeMobileChange } from './complete-mobile-change.ts';
import { confirmOldMobile } from './confirm-old-mobile.ts';
import type { MobileForm } from './schema.ts';
import { sendNewMobileCode } from './send-new-mobile-code.ts';
import { startMobileChange } from './start-mobile-change.ts';

// As with other codes the form carries its whole state in fields, so it works without JavaScript; both numbers are sealed.
// The submit button sets `intent`: `start` sends a code (again), `complete` takes it, `edit` begins anew.

type Context = Parameters<Parameters<typeof formAction<MobileForm>>[1]>[0];

export const changeMobileAction = formAction<MobileForm>(person, async (context) => {
  const { intent, step } = context.fields;
  if (intent === 'edit') return formOf({});
  if (step === 'new') return intent === 'complete' ? complete(context) : sendToNew(context, context.fields);
  if (step === 'old' && intent === 'complete') return confirmOld(context);
  return start(context);
});

function formOf({ mobile = '', codeId = '', sentTo = '', proof = '' }: Context['fields']): MobileForm {
  return { step: 'number', mobile, codeId, sentTo, proof, problem: null };
}

async function start({ run, fields }: Context): Promise<MobileForm> {
  const sent = await run(startMobileChange, { mobile: fields.mobile });
  const form = formOf(fields);
  if (!sent.ok) return { ...form, problem: signedOut(sent) };
  return { ...form, step: 'old', mobile: '', ...sent.value };
}

async function confirmOld(context: Context): Promise<MobileForm> {
  const { run, fields } = context;
  const { proof, codeId, code } = fields;
  const confirmed = await run(confirmOldMobile, { proof, codeId, code });
  if (!confirmed.ok) return { ...formOf(fields), step: 'old', problem: signedOut(confirmed) };
  return sendToNew(context, { ...fields, ...confirmed.value });
}

async function sendToNew({ run }: Context, fields: Context['fields']): Promise<MobileForm> {
  const sent = await run(sendNewMobileCode, { proof: fields.proof });
  const form: MobileForm = { ...formOf(fields), step: 'new' };
  return sent.ok ? { ...form, ...sent.value } : { ...form, problem: signedOut(sent) };
}

async function complete({ run, fields }: Context): Promise<MobileForm> {
  const { proof, codeId, code } = fields;
  const changed = await run(completeMobileChange, { proof, codeId, code });
  if (!changed.ok) return { ...formOf(fields), step: 'new', problem: signedOut(changed) };
  refreshPage();
  return { ...formOf({}), step: 'done' };
}

function signedOut(refusal: Refusal): Refusal {
  return refusal.code === 'permission.denied' ? refuse('session.required') : refusal;
}
