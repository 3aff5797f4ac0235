import 'server-only';
import { randomBytes } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import { createAuthorizationURL } from 'better-auth/oauth2';
import { z } from 'zod';
import { insertChallenge, takeChallenge } from '#lib/identity/challenges.ts';
import { areCookiesSecure, cookieName } from '#lib/identity/cookie-names.ts';
import type { SessionCookie } from '#lib/identity/session.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import type { OidcSettings } from '#lib/platform/oidc-settings.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';
import type { Provider } from './find-provider.ts';
import { AT_PROVIDER_MS } from './model.ts';

// While an operator is at the provider, a sealed cookie of their browser keeps what the answer has to fit, and a row keeps
// that it was not used yet.

const PURPOSE = 'operator-at-provider';
const COOKIE = 'vigil-operator.provider';

const pendingSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  startedAt: z.coerce.date(),
  /** The session that a step-up is for; null for a sign-in. */
  stepUpOf: z.string().nullable(),
  /** Where a step-up leads back to. */
  to: z.string(),
});

export type Pending = z.output<typeof pendingSchema>;

const secret = () => randomBytes(32).toString('base64url');

/** The one address to which the provider sends browsers back. */
export function redirectUri(): string {
  return `${env.APP_URL}/api/oidc/callback`;
}

/** The address of the provider that a browser goes to, with the cookie that it needs when it comes back. */
export async function leadToProvider(
  settings: OidcSettings,
  provider: Provider,
  { stepUpOf = null, to = '' }: { stepUpOf?: string | null; to?: string } = {},
): Promise<{ location: string; cookies: SessionCookie[] }> {
  const startedAt = now();
  const pending: Pending = {
    ...{ state: secret(), nonce: secret(), codeVerifier: secret() },
    ...{ startedAt, stepUpOf, to },
  };
  await insertChallenge(PURPOSE, pending.state, startedAt, new Date(startedAt.getTime() + AT_PROVIDER_MS));
  const url = await createAuthorizationURL({
    id: 'oidc',
    options: { clientId: settings.clientId },
    authorizationEndpoint: provider.authorizationUrl,
    redirectURI: redirectUri(),
    ...{ state: pending.state, nonce: pending.nonce, codeVerifier: pending.codeVerifier },
    scopes: settings.scopes,
    // Both say the same to providers that know only one; the answer is held to it in any case.
    ...(stepUpOf === null ? {} : { prompt: 'login', additionalParams: { max_age: '0' } }),
  });
  return {
    location: url.href,
    cookies: [pendingCookie(seal(PURPOSE, JSON.stringify(pending)), AT_PROVIDER_MS)],
  };
}

function pendingCookie(value: string, lifetimeMs: number): SessionCookie {
  const maxAgeSeconds = lifetimeMs / 1_000;
  return { name: cookieName(COOKIE), value, maxAgeSeconds, secure: areCookiesSecure() };
}

/** Clears the cookie of {@link leadToProvider}. */
export function noPending(): SessionCookie {
  return pendingCookie('', 0);
}

/** What this browser was sent to the provider for; null when it was not, or the cookie is not ours. */
export function pendingIn(headers: Headers): Pending | null {
  const sealed = parseCookies(headers.get('cookie') ?? '').get(cookieName(COOKIE));
  const opened = sealed ? unseal(PURPOSE, sealed) : null;
  return opened === null ? null : pendingSchema.parse(JSON.parse(opened));
}

/** Uses it up; false when it was used before, or is too old. */
export async function takePending({ state }: Pending): Promise<boolean> {
  return takeChallenge(PURPOSE, state, now());
}
