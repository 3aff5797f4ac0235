'use server';

import { redirect } from 'next/navigation';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { revokePressTokens } from '#lib/identity/revoke-press-tokens.ts';
import type { OperatorSignInForm } from '#lib/identity/schema.ts';
import { endOtherSessions, endSession } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { action, formAction } from './action.ts';
import { operator, person, visitor } from './caller.ts';
import { sendCookies } from './next-adapter.ts';

/** Signs an operator in; the form that comes back keeps the e-mail address, never the password. */
export const signInOperatorAction = formAction<OperatorSignInForm>(
  visitor,
  async ({ ask, fields: { email = '', password }, userAgent }) => {
    const signedIn = await ask(signInOperator, { email, password, userAgent });
    if (!signedIn.ok) return { email, problem: signedIn };
    await sendCookies(signedIn.value.cookies);
    redirect(signedIn.value.needsCode ? '/admin/second-factor' : '/admin/callouts');
  },
);

/** Ends the person's session in this browser and everywhere it was copied to. */
export const signOutPersonAction = action(person, async ({ headers }) => {
  await sendCookies(await endSession('person', headers));
  redirect('/');
});

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

export const signOutOperatorAction = action(operator, async ({ headers }) => {
  await sendCookies(await endSession('operator', headers));
  redirect('/admin/sign-in');
});
