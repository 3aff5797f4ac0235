'use server';

import { redirect } from 'next/navigation';
import type { Refusal, Result } from '#lib/errors/result.ts';
import { requestHeaders, sendCookies } from '#lib/identity/next-adapter.ts';
import { personFrom, visitorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { completeRegistration } from './complete-registration.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { removeAddress } from './remove-address.ts';
import { removeTrustedContact } from './remove-trusted-contact.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContact } from './save-trusted-contact.ts';
import type { ProfileForm, RegistrationForm, SignInForm } from './schema.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

// Both forms carry all that they need in their fields, so they work before and without any script. The
// button that was pressed names its `intent`; the form that comes back is what to show next.

/** `start` sends a code (again), `complete` ends the registration signed in, `edit` goes back to the details. */
export async function registerAction(_shown: RegistrationForm, data: FormData): Promise<RegistrationForm> {
  const fields = textFields(data);
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
  const visitor = visitorFrom(await requestHeaders());
  if (fields.intent !== 'complete') {
    const started = await startRegistration(visitor, form.values);
    return started.ok ? { ...form, step: 'code', ...started.value } : { ...form, problem: started };
  }
  const { registrationId } = form;
  const completed = await completeRegistration(visitor, { registrationId, code: fields.code });
  if (!completed.ok) return { ...form, step: stepAfter(completed), problem: completed };
  await sendCookies(completed.value.cookies);
  redirect('/panic');
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
      return 'retry';
    default:
      return 'details';
  }
}

/** `start` sends a code, `complete` signs the person in, `edit` goes back to the mobile. */
export async function signInAction(_shown: SignInForm, data: FormData): Promise<SignInForm> {
  const fields = textFields(data);
  const form: SignInForm = {
    step: 'mobile',
    mobile: fields.mobile ?? '',
    codeId: fields.codeId ?? '',
    sentTo: fields.sentTo ?? '',
    problem: null,
  };
  if (fields.intent === 'edit') return form;
  const visitor = visitorFrom(await requestHeaders());
  if (fields.intent !== 'complete') {
    const started = await startSignIn(visitor, { mobile: form.mobile });
    return started.ok ? { ...form, step: 'code', ...started.value } : { ...form, problem: started };
  }
  const completed = await completeSignIn(visitor, { codeId: form.codeId, code: fields.code });
  if (!completed.ok) {
    return {
      ...form,
      step: completed.code === 'sign_in.no_account' ? 'unknown' : 'code',
      problem: completed,
    };
  }
  await sendCookies(completed.value.cookies);
  redirect('/panic');
}

/** Keeps the address of a press without a position, or with the intent `remove` forgets it. */
export async function saveAddressAction(_shown: ProfileForm, data: FormData): Promise<ProfileForm> {
  const { intent, address = '', latitude = '', longitude = '' } = textFields(data);
  const person = await personFrom(await requestHeaders());
  const isRemoval = intent === 'remove';
  const values = isRemoval ? {} : { address, latitude, longitude };
  return profileForm(
    values,
    isRemoval ? await removeAddress(person, {}) : await saveAddress(person, values),
    isRemoval,
  );
}

/** Keeps whom the person may message beside a press, or with the intent `remove` forgets them. */
export async function saveTrustedContactAction(_shown: ProfileForm, data: FormData): Promise<ProfileForm> {
  const { intent, name = '', mobile = '' } = textFields(data);
  const person = await personFrom(await requestHeaders());
  const isRemoval = intent === 'remove';
  const values = isRemoval ? {} : { name, mobile };
  return profileForm(
    values,
    isRemoval ? await removeTrustedContact(person, {}) : await saveTrustedContact(person, values),
    isRemoval,
  );
}

function profileForm(values: ProfileForm['values'], saved: Result<null>, isRemoval: boolean): ProfileForm {
  if (!saved.ok) return { values, outcome: 'untouched', problem: saved };
  return { values, outcome: isRemoval ? 'removed' : 'saved', problem: null };
}
