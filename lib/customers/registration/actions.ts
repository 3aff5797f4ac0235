'use server';

import { redirect } from 'next/navigation';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import { action, formAction } from '#lib/identity/action.ts';
import { person, visitor } from '#lib/identity/caller.ts';
import { sendCookies } from '#lib/identity/next-adapter.ts';
import { endOtherSessions } from '#lib/identity/session.ts';
import { completeRegistration } from './complete-registration.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { removeAddress } from './remove-address.ts';
import { removeTrustedContact } from './remove-trusted-contact.ts';
import { revokePressTokens } from './revoke-press-tokens.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContact } from './save-trusted-contact.ts';
import type { ProfileForm, RegistrationForm, SignInForm } from './schema.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

// Both forms carry their whole state in fields, so they work without JavaScript. The submit button sets
// `intent`.

/** `start` sends a code (again), `complete` finishes and signs in, `edit` returns to the details. */
export const registerAction = formAction<RegistrationForm>(visitor, async ({ run, fields }) => {
  const form: RegistrationForm = {
    step: 'details',
    values: {
      name: fields.name ?? '',
      surname: fields.surname ?? '',
      mobile: fields.mobile ?? '',
      subscriptionTypeId: fields.subscriptionTypeId ?? '',
    },
    registrationId: fields.registrationId ?? '',
    sentTo: fields.sentTo ?? '',
    problem: null,
  };
  if (fields.intent === 'edit') return form;
  if (fields.intent !== 'complete') {
    const started = await run(startRegistration, form.values);
    return started.ok ? { ...form, step: 'code', ...started.value } : { ...form, problem: started };
  }
  const { registrationId } = form;
  const completed = await run(completeRegistration, { registrationId, code: fields.code });
  if (!completed.ok) return { ...form, step: stepAfter(completed), problem: completed };
  await sendCookies(completed.value.cookies);
  redirect('/panic');
});

function stepAfter({ code, fields }: Refusal): RegistrationForm['step'] {
  switch (code) {
    case 'input.invalid':
      return fields?.code ? 'code' : 'details';
    case 'code.wrong':
    case 'code.expired':
      return 'code';
    case 'registration.aura_unavailable':
    case 'registration.in_progress':
    case 'registration.answer_lost':
      return 'retry';
    case 'registration.completed':
      return 'ready';
    default:
      return 'details';
  }
}

/** `start` sends a code, `complete` signs in, `edit` returns to the mobile. */
export const signInAction = formAction<SignInForm>(visitor, async ({ run, fields }) => {
  const form: SignInForm = {
    step: 'mobile',
    mobile: fields.mobile ?? '',
    codeId: fields.codeId ?? '',
    sentTo: fields.sentTo ?? '',
    problem: null,
  };
  if (fields.intent === 'edit') return form;
  if (fields.intent !== 'complete') {
    const started = await run(startSignIn, { mobile: form.mobile });
    return started.ok ? { ...form, step: 'code', ...started.value } : { ...form, problem: started };
  }
  const completed = await run(completeSignIn, { codeId: form.codeId, code: fields.code });
  if (!completed.ok) {
    return {
      ...form,
      step: completed.code === 'sign_in.no_account' ? 'unknown' : 'code',
      problem: completed,
    };
  }
  await sendCookies(completed.value.cookies);
  redirect('/panic');
});

export const saveAddressAction = formAction<ProfileForm>(person, async ({ run, fields }) => {
  const { intent, address = '', latitude = '', longitude = '' } = fields;
  if (intent === 'remove') return profileForm({}, await run(removeAddress, {}), 'removed');
  const values = { address, latitude, longitude };
  return profileForm(values, await run(saveAddress, values), 'saved');
});

export const saveTrustedContactAction = formAction<ProfileForm>(person, async ({ run, fields }) => {
  const { intent, name = '', mobile = '' } = fields;
  if (intent === 'remove') return profileForm({}, await run(removeTrustedContact, {}), 'removed');
  const values = { name, mobile };
  return profileForm(values, await run(saveTrustedContact, values), 'saved');
});

function profileForm(
  values: ProfileForm['values'],
  saved: Result<null>,
  done: 'saved' | 'removed',
): ProfileForm {
  return saved.ok
    ? { values, outcome: done, problem: null }
    : { values, outcome: 'untouched', problem: saved };
}

/** Revokes the press tokens of all other browsers. */
export const switchOffOtherButtonsAction = action(
  person,
  async ({ run, headers }, _shown: Result<null> | null): Promise<Result<null>> => {
    const revoked = await run(revokePressTokens, {});
    if (!revoked.ok) return revoked.code === 'permission.denied' ? refuse('session.required') : revoked;
    await sendCookies(await endOtherSessions(revoked.value.personId, headers));
    return ok(null);
  },
);
