import 'server-only';
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { authorizationCodeRequest, verifyProviderIdToken } from 'better-auth/oauth2';
import { z } from 'zod';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { OidcSettings } from '#lib/platform/oidc-settings.ts';
import { askForJson } from '#lib/platform/outgoing.ts';
import { failed, PROVIDER_TIMEOUT_MS, type Provider } from './find-provider.ts';

/** By public keys only: an HMAC would let whoever reads our client secret sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

const tokenAnswer = z.object({ id_token: z.string() });
const tokenRefusal = z.object({ error: z.string().max(60) });
const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string().optional(), use: z.string().optional() })),
});

const claimsSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  email: z.string().max(254).optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true)])
    .optional()
    .catch(undefined),
  name: z.string().optional().catch(undefined),
  auth_time: z.number().optional().catch(undefined),
});

export type Claims = z.output<typeof claimsSchema>;

type Redeemed = { code: string; codeVerifier: string; nonce: string; redirectURI: string };

/** Exchanges a code for an ID token; its claims when the token is the provider's, for us, for this sign-in and of now. */
export async function readIdToken(
  settings: OidcSettings,
  provider: Provider,
  redeemed: Redeemed,
): Promise<Result<Claims, 'provider.unreachable' | 'provider.failed'>> {
  const token = await exchange(settings, provider, redeemed);
  if (!token.ok) return token;
  const answer = await askForJson(provider.keysUrl, { timeoutMs: PROVIDER_TIMEOUT_MS });
  if (answer?.status !== 200) return refuse('provider.unreachable');
  const keys = keySet.safeParse(answer.body);
  if (!keys.success) return failed('its keys cannot be read');
  const claims = await verified(token.value, redeemed.nonce, settings, keys.data.keys);
  if (!claims)
    return failed('its ID token is not signed by it, not for us, not for this sign-in, or too old');
  return ok(claims);
}

async function exchange(
  { clientId, clientSecret }: OidcSettings,
  { tokenUrl, tokenAuth }: Provider,
  { code, codeVerifier, redirectURI }: Redeemed,
): Promise<Result<string, 'provider.unreachable' | 'provider.failed'>> {
  const form = await authorizationCodeRequest({
    ...{ code, codeVerifier, redirectURI },
    options: { clientId, clientSecret },
    tokenEndpoint: tokenUrl,
    tokenEndpointAuth: { method: tokenAuth },
  });
  const answer = await askForJson(tokenUrl, { timeoutMs: PROVIDER_TIMEOUT_MS, form });
  if (!answer || answer.status >= 500) return refuse('provider.unreachable');
  const given = tokenAnswer.safeParse(answer.body);
  if (answer.status === 200 && given.success) return ok(given.data.id_token);
  const error = tokenRefusal.safeParse(answer.body).data?.error;
  return failed(`it gave no ID token for its code: ${error ?? answer.status}`);
}

type Keys = z.output<typeof keySet>['keys'];

async function verified(
  token: string,
  nonce: string,
  { issuer, clientId }: OidcSettings,
  keys: Keys,
): Promise<Claims | null> {
  let seen: unknown;
  const idToken = {
    ...{ issuer, audience: clientId, algorithms: ALGORITHMS },
    jwks: ({ kid }: { kid?: string | undefined }) => keyOf(keys, kid),
    // Called with what is verified.
    verifyClaims: (payload: unknown) => {
      seen = payload;
      return true;
    },
  };
  if (!(await verifyProviderIdToken({ id: 'oidc', idToken }, token, nonce))) return null;
  const claims = claimsSchema.safeParse(seen).data;
  if (!claims) return null;
  const { aud, azp } = claims;
  // A token for several must say that it was made for us.
  const isForUs = azp === clientId || (azp === undefined && [aud].flat().length === 1);
  return isForUs ? claims : null;
}

/** The key that a token names; the only one where it names none. */
function keyOf(keys: Keys, kid: string | undefined): KeyObject {
  const signing = keys.filter(({ use }) => use === undefined || use === 'sig');
  const [key, ...more] = kid === undefined ? signing : signing.filter((each) => each.kid === kid);
  if (!key || more.length > 0) throw new Error('no such key');
  return createPublicKey({ key: key satisfies JsonWebKey, format: 'jwk' });
}
