import 'server-only';
import { z } from 'zod';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { keepStepUp } from '#lib/identity/accounts.ts';
import type { AnonymousActor } from '#lib/identity/actor.ts';
import { audit, auditRefusal } from '#lib/identity/audit.ts';
import { emailField, userAgentField } from '#lib/identity/schema.ts';
import {
  operatorFrom,
  operatorSessionIdIn,
  type SessionCookie,
  startSessionByProvider,
} from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { shownNameField } from '#lib/operators/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import type { OidcSettings } from '#lib/platform/oidc-settings.ts';
import { failed, findProvider } from './find-provider.ts';
import { hasProvenSince, roleIn } from './model.ts';
import { type Pending, pendingIn, redirectUri, takePending } from './pending.ts';
import { type Claims, readIdToken } from './read-id-token.ts';
import { admit } from './store.ts';

const NAME_LENGTH = 80;

const input = z.object({
  headers: z.instanceof(Headers),
  /** What the provider has put into the address. */
  answer: z.object({
    state: z.string().max(200).default(''),
    code: z.string().max(4_000).default(''),
    iss: z.string().max(2_000).optional(),
    error: z.string().max(200).optional(),
  }),
  userAgent: userAgentField,
});

type Answer = z.output<typeof input>['answer'];

/** The cookies of a session that began; where a step-up leads back to, null for a sign-in. */
type Done = { cookies: SessionCookie[]; stepUpTo: string | null };

type Answered = {
  claims: Claims;
  oidc: OidcSettings;
  pending: Pending;
};

/** An operator comes back from the identity provider: the end of a sign-in, or of a step-up. */
export const completeAtProvider = verb(
  'operator.sign_in',
  input,
  async (actor, { headers, answer, userAgent }) => {
    const answered = await readAnswer(headers, answer);
    if (!answered.ok) {
      await auditRefusal(actor, { action: 'operator.refuse_sign_in', detail: answered.code });
      return answered;
    }
    const { claims, oidc, pending } = answered.value;
    const admitted = await admit(actor, {
      identity: { issuer: oidc.issuer, subject: claims.sub },
      role: roleIn(claims, oidc.roleClaim, oidc.roles),
      isKnown: pending.stepUpOf !== null,
      at: now(),
      ...shownOf(claims),
    });
    if (!admitted.isAdmitted) {
      const { operatorId, code } = admitted;
      const subject = operatorId === null ? {} : { subject: operatorId };
      await auditRefusal(actor, { action: 'operator.refuse_sign_in', detail: code, ...subject });
      return refuse(code);
    }
    const { operatorId } = admitted;
    const isProven = hasProvenSince(claims.auth_time, pending.startedAt);
    if (pending.stepUpOf !== null) return stepUp(headers, pending, { operatorId, isProven });
    return signIn(actor, { operatorId, isProven, issuer: oidc.issuer, userAgent });
  },
);

async function readAnswer(
  headers: Headers,
  { state, code, iss, error }: Answer,
): Promise<
  Result<
    Answered,
    'provider.none' | 'provider.expired' | 'provider.refused' | 'provider.unreachable' | 'provider.failed'
  >
> {
  const { oidc } = env;
  if (!oidc) return refuse('provider.none');
  const pending = pendingIn(headers);
  // What belongs to another sign-in uses this one not up.
  if (!pending || state !== pending.state || !(await takePending(pending))) return refuse('provider.expired');
  if (iss !== undefined && iss !== oidc.issuer) return failed('another provider has answered');
  if (error !== undefined || code === '') return refuse('provider.refused');
  const provider = await findProvider(oidc);
  if (!provider.ok) return provider;
  if (provider.value.namesItself && iss === undefined) return failed('its answer does not name it');
  const { codeVerifier, nonce } = pending;
  const read = await readIdToken(oidc, provider.value, {
    ...{ code, codeVerifier, nonce },
    redirectURI: redirectUri(),
  });
  return read.ok ? ok({ claims: read.value, oidc, pending }) : read;
}

/** Name and e-mail address for an account here. The emergency's account stays independent of the provider. */
function shownOf(claims: Claims): { name: string; email: string | null; mayLink: boolean } {
  const typed = claims.email_verified === true ? emailField.safeParse(claims.email) : null;
  const email = typed?.success ? typed.data.toLowerCase() : null;
  const name = shownNameField('', { most: NAME_LENGTH, tooLong: '' }).safeParse(claims.name);
  return {
    name: name.success ? name.data : (email?.split('@')[0] ?? '').slice(0, NAME_LENGTH),
    email,
    mayLink: email !== env.BREAK_GLASS_EMAIL,
  };
}

type SignIn = { operatorId: string; isProven: boolean; issuer: string; userAgent: string };

async function signIn(actor: AnonymousActor, { operatorId, isProven, issuer, userAgent }: SignIn) {
  const device = { address: actor.address, userAgent };
  const { sessionId, cookies } = await startSessionByProvider(operatorId, issuer, device);
  // Whom the provider only remembered has proved nothing now, and is asked before what needs it.
  if (isProven) await keepStepUp(sessionId, operatorId, now());
  await audit(actor, { action: 'operator.sign_in', subject: operatorId, detail: 'by the identity provider' });
  return ok<Done>({ cookies, stepUpTo: null });
}

type StepUp = { operatorId: string; isProven: boolean };

async function stepUp(headers: Headers, { stepUpOf, to }: Pending, { operatorId, isProven }: StepUp) {
  const actor = await operatorFrom(headers);
  const sessionId = await operatorSessionIdIn(headers);
  if (!('operatorId' in actor) || sessionId === null || sessionId !== stepUpOf)
    return refuse('session.required');
  const isSame = actor.operatorId === operatorId;
  if (!isSame || !isProven) {
    const code = isSame ? 'provider.not_fresh' : 'provider.other_account';
    await auditRefusal(actor, { action: 'operator.refuse_step_up', subject: actor.operatorId, detail: code });
    return refuse(code);
  }
  if (!(await keepStepUp(sessionId, operatorId, now()))) return refuse('session.required');
  await audit(actor, { action: 'operator.step_up', subject: operatorId, detail: 'by the identity provider' });
  return ok<Done>({ cookies: [], stepUpTo: to });
}
