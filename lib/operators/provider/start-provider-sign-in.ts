import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { OPERATOR_ATTEMPTS_MS, SECOND_STEPS_AN_ADDRESS } from '#lib/identity/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { findProvider } from './find-provider.ts';
import { leadToProvider } from './pending.ts';

/** Leads a browser to the identity provider, to come back signed in there. */
export const startProviderSignIn = verb('operator.sign_in', z.object({}), async (actor) => {
  const { oidc } = env;
  if (!oidc) return refuse('provider.none');
  // A control room is behind one address, and its shift signs in at once.
  const key = keyedHash('limit-operator', `provider ${addressBlock(actor.address)}`);
  const limit = { key, max: SECOND_STEPS_AN_ADDRESS, windowMs: OPERATOR_ATTEMPTS_MS };
  const isFull = (await takeWithinLimits([limit], now())) !== null;
  const provider = isFull ? refuse('operator.too_many_attempts') : await findProvider(oidc);
  if (!provider.ok) {
    await auditRefusal(actor, { action: 'operator.refuse_sign_in', detail: provider.code });
    return provider;
  }
  return ok(await leadToProvider(oidc, provider.value));
});
