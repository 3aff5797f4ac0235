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
import { resendRegistrationCode } from './resend-registration-code.ts';
import { resendSignInCode } from './resend-sign-in-code.ts';
import { revokePressTokens } from './revoke-press-tokens.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContact } from './save-trusted-contact.ts';
import type { ProfileForm, RegistrationForm, SignInForm } from './schema.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

// Both forms carry all that they need in their fields, so they work before and without any script. The
// button that was pressed names its `intent`; the form that comes back is what to show next.
//
// The mobile is in neither once a code went to it, hidden fields included: its last four digits are the code that calls
// help off, and whoever holds the phone next, or looks on, must not read them. The server has it, by the id of the code
// or of the registration; changing it begins with an empty field, which the browser may fill in.

/** `start` sends a code (again), `complete` ends the registration signed in, `edit` goes back to the details. */
export const registerAction = formAction<RegistrationForm>(visitor, async ({ ask, fields }) => {
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
  const values = { ...form.values, mobile: '' };
  if (fields.intent === 'edit') return { ...form, values };
  const { registrationId } = form;
  if (fields.intent !== 'complete') {
    const hasDetails = fields.mobile !== undefined;
    const sent = await (hasDetails
      ? ask(startRegistration, form.values)
      : ask(resendRegistrationCode, { registrationId }));
    if (sent.ok) return { ...form, step: 'code', values, ...sent.value };
    return { ...form, step: hasDetails ? 'details' : stepAfterResend(sent), problem: sent };
  }
  const completed = await ask(completeRegistration, { registrationId, code: fields.code });
  if (!completed.ok) return { ...form, values, step: stepAfter(completed), problem: completed };
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

/** A code that was not sent again leaves the earlier one, unless nothing is known of what it was for. */
function stepAfterResend({ code }: Refusal): 'code' | 'details' {
  return code === 'registration.expired' || code === 'input.invalid' ? 'details' : 'code';
}

/** `start` sends a code (again), `complete` signs the person in, `edit` goes back to the mobile. */
export const signInAction = formAction<SignInForm>(visitor, async ({ ask, fields }) => {
  const form: SignInForm = {
    step: 'mobile',
    mobile: fields.mobile ?? '',
    codeId: fields.codeId ?? '',
    sentTo: fields.sentTo ?? '',
    problem: null,
  };
  if (fields.intent === 'edit') return { ...form, mobile: '' };
  const { mobile, codeId } = form;
  if (fields.intent !== 'complete') {
    const hasMobile = fields.mobile !== undefined;
    const sent = await (hasMobile ? ask(startSignIn, { mobile }) : ask(resendSignInCode, { codeId }));
    if (sent.ok) return { ...form, step: 'code', mobile: '', ...sent.value };
    const isLost = hasMobile || sent.code === 'code.expired' || sent.code === 'input.invalid';
    return { ...form, step: isLost ? 'mobile' : 'code', problem: sent };
  }
  const completed = await ask(completeSignIn, { codeId, code: fields.code });
  if (!completed.ok) {
    return {
      ...form,
      mobile: '',
      step: completed.code === 'sign_in.no_account' ? 'unknown' : 'code',
      problem: completed,
    };
  }
  await sendCookies(completed.value.cookies);
  redirect('/panic');
});

/** Keeps the address of a press without a position, or with the intent `remove` forgets it. */
export const saveAddressAction = formAction<ProfileForm>(person, async ({ ask, fields }) => {
  const { intent, address = '', latitude = '', longitude = '' } = fields;
  if (intent === 'remove') return profileForm({}, await ask(removeAddress, {}), 'removed');
  const values = { address, latitude, longitude };
  return profileForm(values, await ask(saveAddress, values), 'saved');
});

/** Keeps whom the person may message beside a press, or with the intent `remove` forgets them. */
export const saveTrustedContactAction = formAction<ProfileForm>(person, async ({ ask, fields }) => {
  const { intent, name = '', mobile = '' } = fields;
  if (intent === 'remove') return profileForm({}, await ask(removeTrustedContact, {}), 'removed');
  const values = { name, mobile };
  return profileForm(values, await ask(saveTrustedContact, values), 'saved');
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

/** Takes the button away from every other browser of the person's; this one keeps it. */
export const switchOffOtherButtonsAction = action(
  person,
  async ({ ask, headers }, _shown: Result<null> | null): Promise<Result<null>> => {
    const revoked = await ask(revokePressTokens, {});
    if (!revoked.ok) return revoked.code === 'permission.denied' ? refuse('session.required') : revoked;
    await sendCookies(await endOtherSessions(revoked.value.personId, headers));
    return ok(null);
  },
);
