'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Result } from '#lib/errors/result.ts';
import { requestHeaders, sendCookies } from '#lib/identity/next-adapter.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { operatorFrom, visitorFrom } from '#lib/identity/session.ts';
import { changeOperatorRole } from '#lib/operators/change-operator-role.ts';
import { completeOperatorSignIn } from '#lib/operators/complete-operator-sign-in.ts';
import { inviteOperator } from '#lib/operators/invite-operator.ts';
import { joinAsOperator } from '#lib/operators/join-as-operator.ts';
import { revokeOperatorSessions } from '#lib/operators/revoke-operator-sessions.ts';
import type { InviteForm, JoinForm } from '#lib/operators/schema.ts';
import { roleField } from '#lib/operators/schema.ts';
import { switchOperator } from '#lib/operators/switch-operator.ts';
import { withdrawInvitation } from '#lib/operators/withdraw-invitation.ts';
import { textFields } from '#lib/platform/form-fields.ts';

type Outcome = Result<null> | null;

export async function inviteOperatorAction(_shown: InviteForm, data: FormData): Promise<InviteForm> {
  const { email = '', role } = textFields(data);
  const chosen = roleField.catch('operator').parse(role);
  const invited = await inviteOperator(await operatorFrom(await requestHeaders()), { email, role });
  if (!invited.ok) return { email, role: chosen, problem: invited, link: null };
  refresh();
  return { email, role: chosen, problem: null, link: invited.value.link };
}

export async function withdrawInvitationAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  const actor = await operatorFrom(await requestHeaders());
  return shownAnew(await withdrawInvitation(actor, textFields(data)));
}

/** Makes an operator of whoever has the link, and leads them to the console. */
export async function joinAction(_shown: JoinForm, data: FormData): Promise<JoinForm> {
  const headers = await requestHeaders();
  const { token, name = '', password } = textFields(data);
  const userAgent = userAgentOf(headers);
  const joined = await joinAsOperator(visitorFrom(headers), { token, name, password, userAgent });
  if (!joined.ok) return { name, problem: joined };
  await sendCookies(joined.value.cookies);
  // An admin who needs a second factor is led on from there.
  redirect('/admin/sign-in');
}

export async function changeOperatorRoleAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  const actor = await operatorFrom(await requestHeaders());
  return shownAnew(await changeOperatorRole(actor, textFields(data)));
}

export async function switchOperatorAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  const actor = await operatorFrom(await requestHeaders());
  return shownAnew(await switchOperator(actor, textFields(data)));
}

export async function revokeSessionsAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  const actor = await operatorFrom(await requestHeaders());
  return shownAnew(await revokeOperatorSessions(actor, textFields(data)));
}

/** The second step of signing in. */
export async function completeSignInAction(_shown: Outcome, data: FormData): Promise<Outcome> {
  const headers = await requestHeaders();
  const signedIn = await completeOperatorSignIn(visitorFrom(headers), {
    challenge: await challengeIn(headers),
    code: textFields(data).code,
    userAgent: userAgentOf(headers),
  });
  if (!signedIn.ok) return signedIn;
  await sendCookies(signedIn.value.cookies);
  redirect('/admin/callouts');
}

/** What an action answers whose page is to be read anew when it changed something. */
function shownAnew(result: Result<null>): Result<null> {
  if (result.ok) refresh();
  return result;
}

function userAgentOf(headers: Headers): string {
  return headers.get('user-agent') ?? '';
}
