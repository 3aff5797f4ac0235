'use server';

import { redirect } from 'next/navigation';
import type { OperatorSignInForm } from '#lib/identity/schema.ts';
import { endSession, visitorFrom } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { requestHeaders, sendCookies } from '#lib/platform/next-adapter.ts';

/** Signs an operator in; the form that comes back keeps the e-mail address, never the password. */
export async function signInOperatorAction(
  _shown: OperatorSignInForm,
  data: FormData,
): Promise<OperatorSignInForm> {
  const { email = '', password } = textFields(data);
  const signedIn = await signInOperator(visitorFrom(await requestHeaders()), { email, password });
  if (!signedIn.ok) return { email, problem: signedIn };
  await sendCookies(signedIn.value.cookies);
  redirect('/admin/callouts');
}

/** Ends the person's session in this browser and everywhere it was copied to. */
export async function signOutPersonAction(): Promise<void> {
  await sendCookies(await endSession('person', await requestHeaders()));
  redirect('/');
}

export async function signOutOperatorAction(): Promise<void> {
  await sendCookies(await endSession('operator', await requestHeaders()));
  redirect('/admin/sign-in');
}
