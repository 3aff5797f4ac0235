import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { endKey } from '#lib/identity/api-keys.ts';
import { verb } from '#lib/identity/verb.ts';

/** Ends a key at once. Without a step-up: who finds a key in the wrong hands must not be held up. */
export const revokeApiKey = verb('api_key.revoke', z.object({ keyId: z.uuid() }), async (actor, { keyId }) =>
  (await endKey(actor, keyId)) ? ok(null) : refuse('api_key.not_found'),
);
