import 'server-only';
import { z } from 'zod';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { exactSecureUrl } from '#lib/platform/env-fields.ts';
import { log } from '#lib/platform/log.ts';
import type { OidcSettings } from '#lib/platform/oidc-settings.ts';
import { askForJson } from '#lib/platform/outgoing.ts';

/** Whoever signs in waits for each of three answers. */
export const PROVIDER_TIMEOUT_MS = 4_000;

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: exactSecureUrl,
  token_endpoint: exactSecureUrl,
  jwks_uri: exactSecureUrl,
  // By the standard a provider that does not say takes basic.
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

export type Provider = {
  authorizationUrl: string;
  tokenUrl: string;
  keysUrl: string;
  tokenAuth: 'client_secret_basic' | 'client_secret_post';
  /** It names itself where it sends browsers back (RFC 9207). */
  namesItself: boolean;
};

/**
 * The provider's discovery document, asked for each time: operators sign in a few times a day, and a kept one would lead them
 * to a provider that is down, or miss its new addresses.
 */
export async function findProvider({
  issuer,
}: OidcSettings): Promise<Result<Provider, 'provider.unreachable' | 'provider.failed'>> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await askForJson(url, { timeoutMs: PROVIDER_TIMEOUT_MS });
  if (answer?.status !== 200) return refuse('provider.unreachable');
  const parsed = discovery.safeParse(answer.body);
  if (!parsed.success) return failed('its discovery document cannot be read');
  const found = parsed.data;
  if (found.issuer !== issuer) return failed('its discovery document names another issuer than OIDC_ISSUER');
  const takesBasic = found.token_endpoint_auth_methods_supported.includes('client_secret_basic');
  return ok({
    authorizationUrl: found.authorization_endpoint,
    tokenUrl: found.token_endpoint,
    keysUrl: found.jwks_uri,
    tokenAuth: takesBasic ? 'client_secret_basic' : 'client_secret_post',
    namesItself: found.authorization_response_iss_parameter_supported,
  });
}

/** For whoever runs Vigil: the operator only hears that it failed. */
export function failed(reason: string) {
  log.error({ reason }, 'sign-in with the identity provider failed');
  return refuse('provider.failed');
}
