import 'server-only';
import { and, count, eq, gt, lt, ne, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { account, limitEvent, oneTimeCode, session, verification } from '#lib/db/identity-tables.ts';
import { operatorInvitation } from '#lib/db/operator-tables.ts';
import { person, user } from '#lib/db/tables.ts';
import { announceChange } from '#lib/live/changes.ts';

export type Limit = { key: string; max: number; windowMs: number };

/**
 * Counts one event against every limit, or none of them: gives the first limit that is full, else null.
 * The advisory lock makes simultaneous requests for one key take turns, so a limit cannot be overrun.
 */
export async function takeWithinLimits(limits: readonly Limit[], at: Date): Promise<Limit | null> {
  return transaction(async (tx) => {
    // Always in the same order, so that two requests with the same keys cannot wait for each other.
    for (const { key } of limits.toSorted((a, b) => a.key.localeCompare(b.key))) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    }
    for (const limit of limits) {
      if ((await countSince(tx, limit, at)) >= limit.max) return limit;
    }
    await tx.insert(limitEvent).values(limits.map(({ key }) => ({ key, at })));
    return null;
  });
}

async function countSince(tx: Transaction, limit: Limit, at: Date): Promise<number> {
  const since = new Date(at.getTime() - limit.windowMs);
  const [row] = await tx
    .select({ events: count() })
    .from(limitEvent)
    .where(and(eq(limitEvent.key, limit.key), gt(limitEvent.at, since)));
  return row?.events ?? 0;
}

type NewCode = { id: string; mobile: string; codeHash: string; expiresAt: Date };

export async function insertCode(code: NewCode): Promise<void> {
  await database().insert(oneTimeCode).values(code);
}

/** Counts a try unless it is right, and gives the record with it counted, or null when there is no such code. */
export async function countTry(id: string, typedHash: string) {
  const [row] = await database()
    .update(oneTimeCode)
    .set({ tries: sql`${oneTimeCode.tries} + (${oneTimeCode.codeHash} <> ${typedHash})::int` })
    .where(eq(oneTimeCode.id, id))
    .returning();
  return row ?? null;
}

export async function markCodeUsed(id: string, at: Date): Promise<void> {
  await database()
    .update(oneTimeCode)
    .set({ usedAt: sql`coalesce(${oneTimeCode.usedAt}, ${at})` })
    .where(eq(oneTimeCode.id, id));
}

/** Forgets codes and invitations that have run out, limits that no longer count and sessions' leftovers. */
export async function sweepIdentity(at: Date, keepMs: number): Promise<void> {
  await database().delete(oneTimeCode).where(lt(oneTimeCode.expiresAt, at));
  await database()
    .delete(limitEvent)
    .where(lt(limitEvent.at, new Date(at.getTime() - keepMs)));
  await database().delete(verification).where(lt(verification.expiresAt, at));
  await database().delete(operatorInvitation).where(lt(operatorInvitation.expiresAt, at));
}

export async function hasAdmin(): Promise<boolean> {
  const [row] = await database().select({ id: user.id }).from(user).where(eq(user.role, 'admin')).limit(1);
  return row !== undefined;
}

/** Whether an admin has switched this operator off. */
export async function isSwitchedOff(userId: string): Promise<boolean> {
  const [row] = await database().select({ at: user.disabledAt }).from(user).where(eq(user.id, userId));
  return row?.at != null;
}

export async function deleteOtherSessions(userId: string, token: string): Promise<void> {
  await database()
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.token, token)));
}

type NewUser = { id: string; name: string; email: string; role: string };

function insertUser(tx: Transaction, fields: NewUser, at: Date) {
  return tx.insert(user).values({ ...fields, emailVerified: false, createdAt: at, updatedAt: at });
}

/** An operator who signs in with e-mail and password; the hash is better-auth's. */
export async function insertOperator(
  fields: NewUser,
  passwordHash: string,
  at: Date,
  within?: Transaction,
): Promise<void> {
  const insert = async (tx: Transaction) => {
    await insertUser(tx, fields, at);
    await tx.insert(account).values({
      id: fields.id,
      accountId: fields.id,
      providerId: 'credential',
      userId: fields.id,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    });
  };
  await (within ? insert(within) : transaction(insert));
}

/** What a press token of this person says. */
export async function findPressClaims(personId: string) {
  const [row] = await database()
    .select({
      personId: person.id,
      customerId: person.auraCustomerId,
      edition: person.pressTokenEdition,
    })
    .from(person)
    .where(eq(person.id, personId));
  if (!row) throw new Error('a press token was asked for somebody who does not exist');
  return row;
}

/** Tokens of the editions before the new one count as revoked, everywhere once the transaction commits. */
export async function raisePressTokenEdition(tx: Transaction, personId: string): Promise<number> {
  const [row] = await tx
    .update(person)
    .set({ pressTokenEdition: sql`${person.pressTokenEdition} + 1` })
    .where(eq(person.id, personId))
    .returning({ edition: person.pressTokenEdition });
  if (!row) throw new Error('press tokens were revoked of somebody who does not exist');
  await announceChange(tx, { about: 'press_token', personId, edition: row.edition });
  return row.edition;
}

/** The editions of everybody who ever revoked their tokens. */
export async function listRevokedEditions(): Promise<{ personId: string; edition: number }[]> {
  return database()
    .select({ personId: person.id, edition: person.pressTokenEdition })
    .from(person)
    .where(gt(person.pressTokenEdition, 1));
}

/** The edition that a person's tokens must have; null when there is no such person. */
export async function findPressTokenEdition(personId: string): Promise<number | null> {
  const [row] = await database()
    .select({ edition: person.pressTokenEdition })
    .from(person)
    .where(eq(person.id, personId));
  return row?.edition ?? null;
}
