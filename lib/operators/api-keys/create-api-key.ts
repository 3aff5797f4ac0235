import 'server-only';
import { randomUUID } from 'node:crypto';
import { ok } from '#lib/errors/result.ts';
import { makeKey } from '#lib/identity/api-keys.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { createKeyInput } from './schema.ts';

const DAY_MS = 86_400_000;

/** A key by which a program of another system may read. It is shown once. */
export const createApiKey = verb('api_key.create', createKeyInput, async (actor, { name, scopes, days }) => {
  const expiresAt = new Date(now().getTime() + days * DAY_MS);
  const createdBy = actor.operatorId;
  return ok({ key: await makeKey(actor, { id: randomUUID(), name, scopes, createdBy, expiresAt }) });
});
