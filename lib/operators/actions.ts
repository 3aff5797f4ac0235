'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Result } from '#lib/errors/result.ts';
import { changeAction, formAction } from '#lib/identity/action.ts';
import { operator, visitor } from '#lib/identity/caller.ts';
import { sendCookies, takeReturnPath } from '#lib/identity/next-adapter.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { changeOperatorRole } from '#lib/operators/change-operator-role.ts';
import { completeOperatorSignIn } from '#lib/operators/complete-operator-sign-in.ts';
import { inviteOperator } from '#lib/operators/invite-operator.ts';
import { joinAsOperator } from '#lib/operators/join-as-operator.ts';
import { revokeOperatorSessions } from '#lib/operators/revoke-operator-sessions.ts';
import type { InviteForm, JoinForm } from '#lib/operators/schema.ts';
import { roleField } from '#lib/operators/schema.ts';
import { switchOperator } from '#lib/operators/switch-operator.ts';
import { withdrawInvitation } from '#lib/operators/withdraw-invitation.ts';

type Outcome = Result<null> | null;

export const inviteOperatorAction = formAction<InviteForm>(operator, async ({ run, fields }) => {
  const { email = '', role } = fields;
  const chosen = roleField.catch('operator').parse(role);
  const invited = await run(inviteOperator, { email, role });
  if (!invited.ok) return { email, role: chosen, problem: invited, link: null };
  refresh();
  return { email, role: chosen, problem: null, link: invited.value.link };
});

export const withdrawInvitationAction = changeAction(operator, withdrawInvitation);
export const changeOperatorRoleAction = changeAction(operator, changeOperatorRole);
export const switchOperatorAction = changeAction(operator, switchOperator);
export const revokeSessionsAction = changeAction(operator, revokeOperatorSessions);

/** Creates the operator from an invitation and redirects to the console. */
export const joinAction = formAction<JoinForm>(visitor, async ({ run, fields, userAgent }) => {
  const { token, name = '', password } = fields;
  const joined = await run(joinAsOperator, { token, name, password, userAgent });
  if (!joined.ok) return { name, problem: joined };
  await sendCookies(joined.value.cookies);
  // An admin without a second factor is redirected from there.
  redirect('/admin/sign-in');
});

export const completeSignInAction = formAction<Outcome>(
  visitor,
  async ({ run, headers, fields: { code }, userAgent }) => {
    const challenge = await challengeIn(headers);
    const signedIn = await run(completeOperatorSignIn, { challenge, code, userAgent });
    if (!signedIn.ok) return signedIn;
    await sendCookies(signedIn.value.cookies);
    redirect(await takeReturnPath());
  },
);
