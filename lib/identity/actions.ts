'use server';

import { redirect } from 'next/navigation';
import type { OperatorSignInForm } from '#lib/identity/schema.ts';
import { endSession } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { action, formAction } from './action.ts';
import { operator, person, visitor } from './caller.ts';
import { sendCookies } from './next-adapter.ts';

/** The returned form keeps the e-mail address, never the password. */
export const signInOperatorAction = formAction<OperatorSignInForm>(
  visitor,
  async ({ run, fields: { email = '', password }, userAgent }) => {
    const signedIn = await run(signInOperator, { email, password, userAgent });
    if (!signedIn.ok) return { email, problem: signedIn };
    await sendCookies(signedIn.value.cookies);
    redirect(signedIn.value.needsCode ? '/admin/second-factor' : '/admin/callouts');
  },
);

/** Ends the session, also where its cookie was copied to. */
export const signOutPersonAction = action(person, async ({ headers }) => {
  await sendCookies(await endSession('person', headers));
  redirect('/');
});

export const signOutOperatorAction = action(operator, async ({ headers }) => {
  await sendCookies(await endSession('operator', headers));
  redirect('/admin/sign-in');
});
