'use server';

import { redirect } from 'next/navigation';
import { completeRegistration } from '#lib/customers/complete-registration.ts';
import { completeSignIn } from '#lib/customers/complete-sign-in.ts';
import type { RegistrationForm, SignInForm } from '#lib/customers/schema.ts';
import { startRegistration } from '#lib/customers/start-registration.ts';
import { startSignIn } from '#lib/customers/start-sign-in.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { requestHeaders, sendCookies } from '#lib/platform/next-adapter.ts';
import type { Refusal } from '#lib/platform/result.ts';

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
