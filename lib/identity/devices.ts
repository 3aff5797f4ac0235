import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNotNull, isNull, lt, max, ne, or, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { device, session } from '#lib/db/identity-tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { PRESS_TOKEN_LIFETIME_MS } from '#lib/identity/press-token.ts';
import { announceChange } from '#lib/live/changes.ts';
import { audit } from './audit.ts';
import { endSubscriptions } from './push-subscriptions.ts';

// The browsers in which people are signed in. A press token names its device, so that one can be revoked without the
// others. What is asked on each press is in memory (press-token-editions.ts).

/** Most that a list shows; each needs a code by text message to be made. */
const LISTED_AT_MOST = 50;
/** Two sign-ins of a device within this are one that was submitted twice. */
const SAME_SUBMIT_MS = 60_000;

const isGoodOf = (personId: string) => sql`${device.personId} = ${personId} and ${device.revokedAt} is null`;

type Browser = { personId: string; sessionId: string; name: string };

type SignIn = {
  /** The device whose press token the browser holds. */
  heldId: string | null;
  codeId: string | null;
  at: Date;
};

type Recorded = {
  deviceId: string;
  isNew: boolean;
  /** Of the session that a double submit has started before; it is the one that counts. */
  earlierToken: string | null;
};

/**
 * Notes a sign-in: as that of the device whose press token the browser holds, unless it was revoked; else of a new one,
 * which is named after the code, so that a double submit makes one. A device has one session, which ends with it.
 */
export async function recordSignIn(browser: Browser, { heldId, codeId, at }: SignIn): Promise<Recorded> {
  const { personId, sessionId, name } = browser;
  return transaction(async (tx) => {
    for (const id of [heldId, codeId, randomUUID()]) {
      if (id === null) continue;
      const inserted = await tx
        .insert(device)
        .values({ id, personId, sessionId, name, signedInAt: at, lastUsedAt: at })
        .onConflictDoNothing({ target: device.id })
        .returning({ id: device.id });
      if (inserted.length > 0) return { deviceId: id, isNew: id !== heldId, earlierToken: null };
      const again = await signInAgain(tx, id, browser, at);
      if (again) return { deviceId: id, isNew: false, ...again };
    }
    throw new Error('a new id was taken');
  });
}

async function signInAgain(
  tx: Transaction,
  id: string,
  { personId, sessionId, name }: Browser,
  at: Date,
): Promise<{ earlierToken: string | null } | null> {
  const [known] = await tx
    .select({ sessionId: device.sessionId })
    .from(device)
    .where(and(eq(device.id, id), isGoodOf(personId)))
    .for('update');
  if (!known) return null;
  const [earlier] = await tx
    .select({ token: session.token, startedAt: session.createdAt })
    .from(session)
    .where(eq(session.id, known.sessionId ?? ''));
  const isSameSubmit = earlier && at.getTime() - earlier.startedAt.getTime() < SAME_SUBMIT_MS;
  const ended = isSameSubmit ? sessionId : known.sessionId;
  if (!isSameSubmit) {
    await tx.update(device).set({ sessionId, name, signedInAt: at, lastUsedAt: at }).where(eq(device.id, id));
  }
  // No list would name it.
  if (ended) await tx.delete(session).where(eq(session.id, ended));
  return { earlierToken: isSameSubmit ? earlier.token : null };
}

/** The device of a session. A session from before devices were kept gets one, which its press token names. */
export async function deviceOfSession(
  { personId, sessionId, name }: Browser,
  { heldId, at }: { heldId: string | null; at: Date },
) {
  const found = await findBySession(sessionId);
  if (found) return found;
  const [own] = await database()
    .select({ signedInAt: session.createdAt })
    .from(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, personId)));
  if (!own) return null;
  const fields = { personId, sessionId, name, signedInAt: own.signedInAt, lastUsedAt: at };
  if (heldId !== null) {
    const [held] = await database()
      .insert(device)
      .values({ id: heldId, ...fields })
      .onConflictDoUpdate({
        target: device.id,
        set: { sessionId },
        setWhere: sql`${isGoodOf(personId)} and ${device.sessionId} is null`,
      })
      .returning();
    if (held) return held;
  }
  await database()
    .insert(device)
    .values({ id: randomUUID(), ...fields })
    .onConflictDoNothing();
  return findBySession(sessionId);
}

async function findBySession(sessionId: string) {
  const [row] = await database()
    .select()
    .from(device)
    .where(and(eq(device.sessionId, sessionId), isNull(device.revokedAt)));
  return row ?? null;
}

/** The newest sign-in of a person, on whichever device; null when none is known any more. */
export async function lastSignInOf(personId: string): Promise<Date | null> {
  const [found] = await database()
    .select({ at: max(device.signedInAt) })
    .from(device)
    .where(eq(device.personId, personId));
  return found?.at ?? null;
}

/** Where a person is signed in, or may press by a token; the last used first. */
export async function listDevicesOf(personId: string, at: Date) {
  return database()
    .select()
    .from(device)
    .where(
      and(
        eq(device.personId, personId),
        isNull(device.revokedAt),
        gt(device.signedInAt, new Date(at.getTime() - PRESS_TOKEN_LIFETIME_MS)),
      ),
    )
    .orderBy(desc(device.lastUsedAt), desc(device.signedInAt))
    .limit(LISTED_AT_MOST);
}

/**
 * Revokes a person's device: its press tokens and its session. One of which there is no row yet gets one, as the
 * revocation has to be kept. False for somebody else's, and for one that is revoked: that changes nothing.
 */
export async function revokeDeviceOf(
  actor: Actor,
  { id, personId, signedInAt, at }: { id: string; personId: string; signedInAt: Date; at: Date },
): Promise<boolean> {
  return transaction(async (tx) => {
    const [revoked] = await tx
      .insert(device)
      .values({ id, personId, name: 'Unknown browser', signedInAt, lastUsedAt: at, revokedAt: at })
      .onConflictDoUpdate({
        target: device.id,
        set: { revokedAt: at },
        setWhere: sql`${eq(device.personId, personId)} and ${isNull(device.revokedAt)}`,
      })
      .returning({ sessionId: device.sessionId });
    if (!revoked) return false;
    if (revoked.sessionId) await tx.delete(session).where(eq(session.id, revoked.sessionId));
    await endSubscriptions(tx, [id]);
    await announceChange(tx, { about: 'device', personId, deviceId: id });
    await audit(actor, { action: 'device.revoke', subject: personId, detail: id }, tx);
    return true;
  });
}

/** One that may still act; null for somebody else's. */
export async function findDevice(id: string, personId: string) {
  const [row] = await database()
    .select()
    .from(device)
    .where(and(eq(device.id, id), eq(device.personId, personId)));
  return row ?? null;
}

/** Takes all devices but one off the list. Their tokens end by the edition, their sessions with the caller. */
export async function revokeOtherDevices(
  tx: Transaction,
  { personId, sessionId, at }: { personId: string; sessionId: string | null; at: Date },
): Promise<void> {
  const revoked = await tx
    .update(device)
    .set({ revokedAt: at })
    .where(
      and(
        eq(device.personId, personId),
        isNull(device.revokedAt),
        sessionId === null ? undefined : or(isNull(device.sessionId), ne(device.sessionId, sessionId)),
      ),
    )
    .returning({ id: device.id });
  await endSubscriptions(
    tx,
    revoked.map(({ id }) => id),
  );
}

/** All of a person's, who is deleted: the edition has revoked their tokens. */
export async function forgetDevices(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(device).where(eq(device.personId, personId));
}

export async function listRevokedDevices(): Promise<string[]> {
  const rows = await database().select({ id: device.id }).from(device).where(isNotNull(device.revokedAt));
  return rows.map(({ id }) => id);
}

export type DeviceUse = { deviceId: string; personId: string; name: string; signedInAt: Date };

/**
 * When devices were last used, in one statement. One that only its token knew, because it is from before devices were
 * kept, gets its row.
 */
export async function recordUses(uses: readonly DeviceUse[], at: Date): Promise<void> {
  await database().execute(sql`
    insert into device (id, person_id, name, signed_in_at, last_used_at)
    select used."deviceId", used."personId", used.name, used."signedInAt", ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb)
      as used("deviceId" uuid, "personId" text, name text, "signedInAt" timestamptz)
    join person on person.id = used."personId" and person.deleted_at is null
    on conflict (id) do update set last_used_at = excluded.last_used_at
    where device.last_used_at < excluded.last_used_at - interval '20 hours'`);
}

/** Retention: no token or session of theirs is good any more. */
export async function sweepDevices(at: Date): Promise<void> {
  await database()
    .delete(device)
    .where(lt(device.signedInAt, new Date(at.getTime() - PRESS_TOKEN_LIFETIME_MS)));
}
