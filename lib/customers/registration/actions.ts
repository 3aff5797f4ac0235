'use server';

import { redirect } from 'next/navigation';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import { action, changeAction, formAction } from '#lib/identity/action.ts';
import { person, visitor } from '#lib/identity/caller.ts';
import { refreshPage, sendCookies } from '#lib/identity/next-adapter.ts';
import { endOtherSessions, sentBy } from '#lib/identity/person-session.ts';
import { chosenLanguage } from '#lib/languages/negotiate.ts';
import { acceptTerms } from './accept-terms.ts';
import { completeRegistration } from './complete-registration.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { removeAddress } from './remove-address.ts';
import { resendRegistrationCode } from './resend-registration-code.ts';
import { resendSignInCode } from './resend-sign-in-code.ts';
import { revokePressTokens } from './revoke-press-tokens.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContacts } from './save-trusted-contacts.ts';
import {
  contactValues,
  MOST_CONTACTS,
  type ProfileForm,
  type RegistrationForm,
  type SignInForm,
} from './schema.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

// Both forms carry their whole state in fields, so they work without JavaScript. The submit button sets `intent`.
//
// Once a code was sent, the mobile is in no field, hidden ones included: its last four digits are the safe code, which
// the next holder of the phone must not read. The server finds it by the id of the code or the registration.

/** `start` sends a code (again), `complete` finishes and signs in, `edit` returns to the details. */
export const registerAction = formAction<RegistrationForm>(visitor, async ({ run, fields, headers }) => {
  const form: RegistrationForm = {
    step: 'details',
    values: {
      name: fields.name ?? '',
      surname: fields.surname ?? '',
      latinName: fields.latinName ?? '',
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
      ? run(startRegistration, {
          ...form.values,
          language: readIn(headers),
          termsVersion: fields.termsVersion,
        })
      : run(resendRegistrationCode, { registrationId }));
    if (sent.ok) return { ...form, step: 'code', values, ...sent.value };
    return { ...form, step: hasDetails ? 'details' : stepAfterResend(sent), problem: sent };
  }
  const typed = { registrationId, code: fields.code };
  const completed = await run(completeRegistration, { ...typed, ...sentBy(headers) });
  if (!completed.ok) return { ...form, values, step: stepAfter(completed), problem: completed };
  await sendCookies(completed.value.cookies);
  redirect('/panic');
});

/** What the page is read in: text messages are written in it. */
function readIn(headers: Headers): string {
  return chosenLanguage(headers, false);
}

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

/** A code that was not sent again leaves the earlier one valid, unless that is unknown. */
function stepAfterResend({ code }: Refusal): 'code' | 'details' {
  return code === 'registration.expired' || code === 'input.invalid' ? 'details' : 'code';
}

/** `start` sends a code (again), `complete` signs in, `edit` returns to the mobile. */
export const signInAction = formAction<SignInForm>(visitor, async ({ run, fields, headers }) => {
  const form: SignInForm = {
    step: 'mobile',
    mobile: fields.mobile ?? '',
    codeId: fields.codeId ?? '',
    code: '',
    sentTo: fields.sentTo ?? '',
    problem: null,
  };
  if (fields.intent === 'edit') return { ...form, mobile: '' };
  const { mobile, codeId } = form;
  if (fields.intent !== 'complete') {
    const hasMobile = fields.mobile !== undefined;
    const sent = await (hasMobile
      ? run(startSignIn, { mobile, language: readIn(headers) })
      : run(resendSignInCode, { codeId, language: readIn(headers) }));
    if (sent.ok) return { ...form, step: 'code', mobile: '', ...sent.value };
    const isLost = hasMobile || sent.code === 'code.expired' || sent.code === 'input.invalid';
    return { ...form, step: isLost ? 'mobile' : 'code', problem: sent };
  }
  const { code, surname } = fields;
  const typed = surname === undefined ? { code } : { code, surname };
  const completed = await run(completeSignIn, {
    ...{ codeId, ...typed, language: readIn(headers) },
    ...sentBy(headers),
  });
  if (!completed.ok) {
    const step = signInStepAfter(completed);
    return { ...form, mobile: '', code: step === 'surname' ? (code ?? '') : '', step, problem: completed };
  }
  await sendCookies(completed.value.cookies);
  redirect('/panic');
});

function signInStepAfter({ code, fields }: Refusal): SignInForm['step'] {
  switch (code) {
    case 'sign_in.no_account':
      return 'unknown';
    case 'sign_in.surname_needed':
    case 'sign_in.surname_wrong':
    case 'sign_in.surname_limit':
      return 'surname';
    default:
      return fields?.surname ? 'surname' : 'code';
  }
}

export const saveAddressAction = formAction<ProfileForm>(person, async ({ run, fields }) => {
  const { intent, address = '', latitude = '', longitude = '' } = fields;
  if (intent === 'remove') return profileForm({}, await run(removeAddress, {}), 'removed');
  const values = { address, latitude, longitude };
  return profileForm(values, await run(saveAddress, values), 'saved');
});

/** Empty rows are left out: what is refused is named by its place in `values`. */
export const saveTrustedContactsAction = formAction<ProfileForm>(person, async ({ run, fields }) => {
  const rows = Array.from({ length: MOST_CONTACTS }, (_, nth) => ({
    name: fields[`name${nth}`] ?? '',
    mobile: fields[`mobile${nth}`] ?? '',
  }));
  const typed = {
    contacts: rows.filter(({ name, mobile }) => `${name}${mobile}`.trim() !== ''),
    isTexted: fields.isTexted === 'yes',
  };
  const saved = await run(saveTrustedContacts, typed);
  const values = contactValues(saved.ok ? saved.value : typed);
  return saved.ok ? profileForm(values, ok(null), 'saved') : profileForm(values, saved, 'saved');
});

export const acceptTermsAction = changeAction(person, acceptTerms);

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
    await sendCookies(await endOtherSessions(revoked.value, headers));
    refreshPage();
    return ok(null);
  },
);
