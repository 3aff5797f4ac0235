import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/identity/actor.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { resetHash } from './reset-hash.ts';
import { RESET_HOURS } from './schema.ts';
import { keepReset } from './store.ts';

const TOKEN_BYTES = 32;

/** A link that works once, for an hour; it is in this answer only. */
export async function makeReset(actor: Actor, operatorId: string, madeBy: string | null): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const madeAt = now();
  const expiresAt = new Date(madeAt.getTime() + RESET_HOURS * HOUR_MS);
  await keepReset(actor, { operatorId, tokenHash: resetHash(token), madeBy, madeAt, expiresAt });
  return `${env.APP_URL}/admin/new-password/${token}`;
}
