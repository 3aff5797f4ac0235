'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { CustomerForm } from '#lib/customers/directory/schema.ts';
import { type Refusal, refuse } from '#lib/errors/result.ts';
import { formAction } from '#lib/identity/action.ts';
import { operator, person } from '#lib/identity/caller.ts';
import { sendCookies } from '#lib/identity/next-adapter.ts';
import { clearedCookies } from '#lib/identity/person-session.ts';
import { allowExport } from './allow-export.ts';
import { eraseCustomer } from './erase-customer.ts';
import { eraseOwnData } from './erase-own-data.ts';
import type { DataForm, DataWish } from './schema.ts';
import { startConfirmation } from './start-confirmation.ts';

// The forms carry their whole state in fields, so they work without JavaScript. The submit button sets `intent`:
// `start` sends a code (again), `complete` does it, `edit` goes back.

type Context = Parameters<Parameters<typeof formAction<DataForm>>[1]>[0];

/** The form before the code is typed; null when it is. */
async function beforeCode({ run, fields }: Context, wish: DataWish): Promise<DataForm | null> {
  const form = formOf(fields);
  if (fields.intent === 'complete') return null;
  if (fields.intent === 'edit') return { ...form, step: 'start' };
  const sent = await run(startConfirmation, { wish });
  if (sent.ok) return { ...form, step: 'code', ...sent.value };
  return { ...form, step: form.codeId ? 'code' : 'start', problem: signedOut(sent) };
}

function formOf({ codeId = '', sentTo = '' }: Context['fields']): DataForm {
  return { step: 'start', codeId, sentTo, grant: '', problem: null };
}

function signedOut(refusal: Refusal): Refusal {
  return refusal.code === 'permission.denied' ? refuse('session.required') : refusal;
}

export const exportDataAction = formAction<DataForm>(person, async (context) => {
  const waiting = await beforeCode(context, 'export');
  if (waiting) return waiting;
  const form = formOf(context.fields);
  const { codeId, code } = context.fields;
  const allowed = await context.run(allowExport, { codeId, code });
  if (!allowed.ok) return { ...form, step: 'code', problem: signedOut(allowed) };
  return { ...form, step: 'ready', grant: allowed.value.grant };
});

/** Deletes the account, and takes what this browser needs to press and to be signed in. */
export const eraseDataAction = formAction<DataForm>(person, async (context) => {
  const waiting = await beforeCode(context, 'erase');
  if (waiting) return waiting;
  const { codeId, code } = context.fields;
  const erased = await context.run(eraseOwnData, { codeId, code });
  if (!erased.ok) return { ...formOf(context.fields), step: 'code', problem: signedOut(erased) };
  await sendCookies(await clearedCookies(context.headers));
  redirect(`/deleted/${erased.value.erasureId}`);
});

export const eraseCustomerAction = formAction<CustomerForm>(operator, async ({ run, fields }) => {
  const { customerId, confirmation = '' } = fields;
  const erased = await run(eraseCustomer, { customerId, confirmation });
  if (erased.ok) redirect(`/deleted/${erased.value.erasureId}`);
  refresh();
  return { values: { confirmation }, done: null, problem: erased };
});
