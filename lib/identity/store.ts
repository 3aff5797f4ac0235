import 'server-only';
import { and, eq, gt, isNull, lt, ne, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database, transaction } from '#lib/db/database.ts';
import { device, limitEvent, oneTimeCode, session, verification } from '#lib/db/identity-tables.ts';
import { hasMobile, mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person, user } from '#lib/db/tables.ts';
import { announceChange } from '#lib/live/changes.ts';
import { openedMobile } from '#lib/platform/unopened.ts';

type NewCode = { id: string; mobile: string; codeHash: string; expiresAt: Date };

export async function insertCode(code: NewCode): Promise<void> {
  await database()
    .insert(oneTimeCode)
    .values({ ...code, ...mobileColumns(code.mobile) });
}

/** Ends all codes of a number but the newest, whichever of several at once comes here last. */
export async function endOlderCodes(mobile: string, at: Date): Promise<void> {
  const code = alias(oneTimeCode, 'code');
  const newest = sql`(select ${code.expiresAt}, ${code.id} from ${oneTimeCode} code where ${hasMobile(code, mobile)}
    order by ${code.expiresAt} desc, ${code.id} desc limit 1)`;
  await database()
    .update(oneTimeCode)
    .set({ expiresAt: at })
    .where(
      and(
        hasMobile(oneTimeCode, mobile),
        // A used one is good a moment longer, for who confirmed twice.
        isNull(oneTimeCode.usedAt),
        gt(oneTimeCode.expiresAt, at),
        sql`(${oneTimeCode.expiresAt}, ${oneTimeCode.id}) < ${newest}`,
      ),
    );
}

/** Counts a wrong try; returns the updated record, or null for an unknown code. */
export async function countTry(id: string, typedHashes: readonly string[]) {
  const [row] = await database()
    .update(oneTimeCode)
    .set({ tries: sql`${oneTimeCode.tries} + (${notInArray(oneTimeCode.codeHash, [...typedHashes])})::int` })
    .where(eq(oneTimeCode.id, id))
    .returning();
  return row ? { ...row, mobile: openedMobile(row.mobile) } : null;
}

export async function findCodeMobile(id: string): Promise<string | null> {
  const [row] = await database()
    .select({ mobile: oneTimeCode.mobile })
    .from(oneTimeCode)
    .where(eq(oneTimeCode.id, id));
  return row ? openedMobile(row.mobile) : null;
}

export async function markCodeUsed(id: string, at: Date): Promise<void> {
  await database()
    .update(oneTimeCode)
    .set({ usedAt: sql`coalesce(${oneTimeCode.usedAt}, ${at})` })
    .where(eq(oneTimeCode.id, id));
}

/** Retention: expired codes, rate limits and session leftovers. */
export async function sweepIdentity(at: Date, keepMs: number): Promise<void> {
  await database().delete(oneTimeCode).where(lt(oneTimeCode.expiresAt, at));
  await database()
    .delete(limitEvent)
    .where(lt(limitEvent.at, new Date(at.getTime() - keepMs)));
  await database().delete(verification).where(lt(verification.expiresAt, at));
  await database().delete(session).where(lt(session.expiresAt, at));
}

export async function hasAdmin(): Promise<boolean> {
  const [row] = await database().select({ id: user.id }).from(user).where(eq(user.role, 'admin')).limit(1);
  return row !== undefined;
}

export async function isSwitchedOff(userId: string): Promise<boolean> {
  const [row] = await database().select({ at: user.disabledAt }).from(user).where(eq(user.id, userId));
  return row?.at != null;
}

export async function deleteOtherSessions(userId: string, token: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.delete(session).where(and(eq(session.userId, userId), ne(session.token, token)));
    await announceChange(tx, { about: 'session_ended', userId });
  });
}

/** Ends sign-ins that wait for their second step. */
export async function forgetWaitingSignIns(userId: string): Promise<void> {
  await database().delete(verification).where(eq(verification.value, userId));
}

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

export async function listRevokedEditions(): Promise<{ personId: string; edition: number }[]> {
  return database()
    .select({ personId: person.id, edition: person.pressTokenEdition })
    .from(person)
    .where(gt(person.pressTokenEdition, 1));
}

/** The edition required of a person's tokens, and whether a device is revoked; null for an unknown person. */
export async function findTokenStanding(
  personId: string,
  deviceId: string | null,
): Promise<{ edition: number; isDeviceRevoked: boolean } | null> {
  const isDeviceRevoked = sql<boolean>`exists (select from ${device} where ${device.id} = ${deviceId}::uuid and ${device.revokedAt} is not null)`;
  const [row] = await database()
    .select({ edition: person.pressTokenEdition, isDeviceRevoked })
    .from(person)
    .where(eq(person.id, personId));
  return row ?? null;
}
