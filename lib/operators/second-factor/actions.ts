'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Result } from '#lib/errors/result.ts';
import { requestHeaders, sendCookies } from '#lib/identity/next-adapter.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { enrolleeFrom, operatorFrom, visitorFrom } from '#lib/identity/session.ts';
import type { RecoveryCodesForm, SecondFactorForm } from '#lib/operators/schema.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { addPasskey } from './add-passkey.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import type { AddPasskeyForm } from './schema.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { startPasskey } from './start-passkey.ts';
import { startPasskeySignIn } from './start-passkey-sign-in.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { stopSecondFactor } from './stop-second-factor.ts';

// Between two of these the browser asks the device: what the first gives is asked for, what it answers is sent by
// the second as the field `response`.

type Outcome = Result<null> | null;

export async function startPasskeyAction(_shown: unknown, data: FormData) {
  const headers = await requestHeaders();
  const { password, label } = textFields(data);
  return startPasskey(await enrolleeFrom(headers), { headers, password, label });
}

export async function addPasskeyAction(_shown: unknown, data: FormData): Promise<AddPasskeyForm> {
  const headers = await requestHeaders();
  const { label = '', response } = textFields(data);
  const added = await addPasskey(await enrolleeFrom(headers), { headers, label, response });
  if (!added.ok) return { problem: added, added: null };
  const { cookies, recoveryCodes } = added.value;
  await sendCookies(cookies);
  return { problem: null, added: { label, recoveryCodes } };
}

export async function renamePasskeyAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  return shownAnew(await renamePasskey(await enrolleeFrom(await requestHeaders()), textFields(data)));
}

export async function removePasskeyAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  return shownAnew(await removePasskey(await enrolleeFrom(await requestHeaders()), textFields(data)));
}

export async function startPasskeySignInAction(_shown: unknown, _data: FormData) {
  const headers = await requestHeaders();
  return startPasskeySignIn(visitorFrom(headers), { challenge: await challengeIn(headers) });
}

export async function signInByPasskeyAction(_shown: unknown, data: FormData): Promise<Outcome> {
  const headers = await requestHeaders();
  const signedIn = await signInByPasskey(visitorFrom(headers), {
    challenge: await challengeIn(headers),
    response: textFields(data).response,
    userAgent: headers.get('user-agent') ?? '',
  });
  if (!signedIn.ok) return signedIn;
  await sendCookies(signedIn.value.cookies);
  redirect('/admin/callouts');
}

/** Both steps of setting up one's second factor: the password gets the secret, a first code turns it on. */
export async function secondFactorAction(shown: SecondFactorForm, data: FormData): Promise<SecondFactorForm> {
  const headers = await requestHeaders();
  const actor = await enrolleeFrom(headers);
  const { password, code } = textFields(data);
  if (!shown.setUp) {
    const started = await startSecondFactor(actor, { headers, password });
    return started.ok
      ? { problem: null, setUp: started.value, isOn: false }
      : { problem: started, setUp: null, isOn: false };
  }
  const confirmed = await confirmSecondFactor(actor, { headers, code });
  if (!confirmed.ok) return { ...shown, problem: confirmed };
  await sendCookies(confirmed.value.cookies);
  return { ...shown, problem: null, isOn: true };
}

export async function stopSecondFactorAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  return shownAnew(await stopSecondFactor(await enrolleeFrom(await requestHeaders()), textFields(data)));
}

export async function renewRecoveryCodesAction(
  _shown: RecoveryCodesForm,
  data: FormData,
): Promise<RecoveryCodesForm> {
  const actor = await enrolleeFrom(await requestHeaders());
  const renewed = await renewRecoveryCodes(actor, textFields(data));
  if (!renewed.ok) return { problem: renewed, codes: null };
  refresh();
  return { problem: null, codes: renewed.value };
}

export async function resetSecondFactorAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  const actor = await operatorFrom(await requestHeaders());
  return shownAnew(await resetSecondFactor(actor, textFields(data)));
}

function shownAnew(result: Result<null>): Result<null> {
  if (result.ok) refresh();
  return result;
}
