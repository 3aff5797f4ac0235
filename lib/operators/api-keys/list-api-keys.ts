import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { listKeys } from '#lib/identity/api-keys.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import type { KeyList } from './schema.ts';

/** Every key that was made, also those that count no more. */
export const listApiKeys = verb('api_key.list', z.object({}), async () => {
  const at = now();
  const keys = await listKeys();
  const list: KeyList = {
    asOf: at.toISOString(),
    keys: keys.map(({ id, name, hint, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
      ...{ keyId: id, name, hint, scopes },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      state: revokedAt ? 'revoked' : expiresAt <= at ? 'expired' : 'counts',
    })),
  };
  return ok(list);
});
