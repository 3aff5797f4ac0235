'use server';

import { redirect } from 'next/navigation';
import { type Result, refuse } from '#lib/errors/result.ts';
import { endPersonSession } from '#lib/identity/person-session.ts';
import { revokeDevice } from '#lib/identity/revoke-device.ts';
import type { OperatorSignInForm } from '#lib/identity/schema.ts';
import { endOperatorSession } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { action, formAction } from './action.ts';
import { operator, person, visitor } from './caller.ts';
import { keepReturnPath, refreshPage, sendCookies, takeReturnPath } from './next-adapter.ts';

/** The returned form keeps the e-mail address, never the password. */
export const signInOperatorAction = formAction<OperatorSignInForm>(
  visitor,
  async ({ run, fields: { email = '', password, need = '' }, userAgent }) => {
    const signedIn = await run(signInOperator, { email, password, userAgent });
    if (!signedIn.ok) return { email, problem: signedIn };
    await sendCookies(signedIn.value.cookies);
    const returnPath = await takeReturnPath(need);
    if (!signedIn.value.needsCode) redirect(returnPath);
    await keepReturnPath(returnPath);
    redirect('/admin/second-factor');
  },
);

/** Ends session and press token, also where they were copied to. */
export const signOutPersonAction = action(person, async ({ headers }) => {
  await sendCookies(await endPersonSession(headers));
  redirect('/');
});

/** Switches another device of the person's off. */
export const revokeDeviceAction = formAction<Result<null> | null>(person, async ({ run, fields }) => {
  const revoked = await run(revokeDevice, fields);
  if (revoked.ok) refreshPage();
  else if (revoked.code === 'permission.denied') return refuse('session.required');
  return revoked;
});

export const signOutOperatorAction = action(operator, async ({ headers }) => {
  await sendCookies(await endOperatorSession(headers));
  await takeReturnPath();
  redirect('/admin/sign-in');
});
