'use server';

import { redirect } from 'next/navigation';
import { type Result, refuse } from '#lib/errors/result.ts';
import { revokePressTokens } from '#lib/identity/revoke-press-tokens.ts';
import type { OperatorSignInForm } from '#lib/identity/schema.ts';
import { endOtherSessions, endSession, personFrom, visitorFrom } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { requestHeaders, sendCookies } from './next-adapter.ts';

/** Signs an operator in; the form that comes back keeps the e-mail address, never the password. */
export async function signInOperatorAction(
  _shown: OperatorSignInForm,
  data: FormData,
): Promise<OperatorSignInForm> {
  const { email = '', password } = textFields(data);
  const headers = await requestHeaders();
  const userAgent = headers.get('user-agent') ?? '';
  const signedIn = await signInOperator(visitorFrom(headers), { email, password, userAgent });
  if (!signedIn.ok) return { email, problem: signedIn };
  await sendCookies(signedIn.value.cookies);
  redirect(signedIn.value.needsCode ? '/admin/second-factor' : '/admin/callouts');
}

/** Ends the person's session in this browser and everywhere it was copied to. */
export async function signOutPersonAction(): Promise<void> {
  await sendCookies(await endSession('person', await requestHeaders()));
  redirect('/');
}

/** Takes the button away from every other browser of the person's; this one keeps it. */
export async function switchOffOtherButtonsAction(_shown: Result<null> | null): Promise<Result<null>> {
  const headers = await requestHeaders();
  const person = await personFrom(headers);
  if (person.role !== 'person') return refuse('session.required');
  const revoked = await revokePressTokens(person, {});
  if (revoked.ok) await sendCookies(await endOtherSessions(person.personId, headers));
  return revoked;
}

export async function signOutOperatorAction(): Promise<void> {
  await sendCookies(await endSession('operator', await requestHeaders()));
  redirect('/admin/sign-in');
}
