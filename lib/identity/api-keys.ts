import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { apiKey } from '#lib/db/hook-tables.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { now } from '#lib/platform/clock.ts';
import { type Actor, anonymousActor, type KeyActor, keyActor } from './actor.ts';
import { audit, auditRefusal } from './audit.ts';
import { ADDRESS_HEADER } from './auth.ts';
import { takeWithinLimits } from './limits.ts';

// Keys by which programs of other systems read. A key is 256 random bits, shown once; only its hash is kept.

const KEY_BYTES = 32;
const KEY = /^Bearer (vk_[\w-]+)$/;
const SHOWN_CHARS = 4;
const MINUTE_MS = 60_000;
/** Answered within a minute, to one key. */
const A_MINUTE = 120;

type KeyRow = typeof apiKey.$inferSelect;
type Made = Pick<KeyRow, 'id' | 'name' | 'scopes' | 'createdBy' | 'expiresAt'>;

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url');

/** Makes a key and gives it, for the only time. */
export async function makeKey(actor: Actor, made: Made): Promise<string> {
  const key = `vk_${randomBytes(KEY_BYTES).toString('base64url')}`;
  const kept = { keyHash: hashOf(key), hint: key.slice(-SHOWN_CHARS), createdAt: now() };
  await transaction(async (tx) => {
    await tx.insert(apiKey).values({ ...made, ...kept });
    const entry = { action: 'api_key.create', subject: made.id, detail: made.scopes.join(' ') };
    await audit(actor, entry, tx);
  });
  return key;
}

/** Ends a key at once; false when there is none. */
export async function endKey(actor: Actor, keyId: string): Promise<boolean> {
  return transaction(async (tx) => {
    const [known] = await tx.select().from(apiKey).where(eq(apiKey.id, keyId)).for('update');
    if (!known) return false;
    if (known.revokedAt) return true;
    await tx.update(apiKey).set({ revokedAt: now() }).where(eq(apiKey.id, keyId));
    await audit(actor, { action: 'api_key.revoke', subject: keyId }, tx);
    return true;
  });
}

export async function listKeys(): Promise<KeyRow[]> {
  return database().select().from(apiKey).orderBy(desc(apiKey.createdAt));
}

type Found = Result<readonly KeyActor[], 'api_key.refused' | 'api_key.too_many'>;

/** Who reads by the key of these headers; null where they bring none. A key is never anything beside a cookie. */
export async function keyIn(headers: Headers): Promise<Found | null> {
  const [, key] = KEY.exec(headers.get('authorization') ?? '') ?? [];
  if (!key) return null;
  const address = headers.get(ADDRESS_HEADER) ?? 'unknown';
  const at = now();
  const [row] = await database()
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.keyHash, hashOf(key)), isNull(apiKey.revokedAt), gt(apiKey.expiresAt, at)));
  if (!row) {
    await auditRefusal(anonymousActor(address), { action: 'api_key.refuse' });
    return refuse('api_key.refused');
  }
  const limit = { key: `api_key:${row.id}`, max: A_MINUTE, windowMs: MINUTE_MS };
  if (await takeWithinLimits([limit], at)) return refuse('api_key.too_many');
  await noteKeyUse(row.id, at);
  return ok([keyActor(row.id, row.scopes, address)]);
}

/** Once a minute: when it last read is for an admin who asks whether it is still used. */
async function noteKeyUse(keyId: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - MINUTE_MS);
  await database()
    .update(apiKey)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKey.id, keyId), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, before))));
}
