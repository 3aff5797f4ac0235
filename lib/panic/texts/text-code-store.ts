import 'server-only';
import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { pressTextCode } from '#lib/db/press-tables.ts';
import { person } from '#lib/db/tables.ts';
import { CODES_AT_MOST } from '#lib/panic/texts/model.ts';

type NewCode = { codeHash: string; pressId: string };

/**
 * Stores new codes of a person; a later code for the same press replaces the earlier. The person's oldest unused ones
 * are deleted. Gives the ids of the presses that have a code now.
 */
export async function keepCodes(
  personId: string,
  codes: readonly NewCode[],
  times: { issuedAt: Date; expiresAt: Date },
): Promise<string[]> {
  return transaction(async (tx) => {
    const edition = sql<number>`(select press_token_edition from person where id = ${personId})`;
    const kept = await tx
      .insert(pressTextCode)
      .values(codes.map((code) => ({ ...code, ...times, personId, edition })))
      .onConflictDoUpdate({
        target: pressTextCode.pressId,
        set: { codeHash: sql`excluded.code_hash`, edition: sql`excluded.edition`, ...times },
        setWhere: sql`${pressTextCode.personId} = ${personId} and ${pressTextCode.usedAt} is null`,
      })
      .returning({ pressId: pressTextCode.pressId });
    const unused = and(eq(pressTextCode.personId, personId), isNull(pressTextCode.usedAt));
    const surplus = tx
      .select({ codeHash: pressTextCode.codeHash })
      .from(pressTextCode)
      .where(unused)
      .orderBy(desc(pressTextCode.issuedAt))
      .offset(CODES_AT_MOST);
    await tx.delete(pressTextCode).where(inArray(pressTextCode.codeHash, surplus));
    return kept.map(({ pressId }) => pressId);
  });
}

/** An issued code with its person; null when there is none. */
export async function findCode(codeHashes: readonly string[]) {
  const [row] = await database()
    .select({
      code: pressTextCode,
      mobile: person.mobile,
      customerId: person.auraCustomerId,
      edition: person.pressTokenEdition,
      deletedAt: person.deletedAt,
    })
    .from(pressTextCode)
    .innerJoin(person, eq(person.id, pressTextCode.personId))
    .where(inArray(pressTextCode.codeHash, [...codeHashes]));
  return row ?? null;
}

export async function markUsed(codeHash: string, at: Date): Promise<void> {
  await database().update(pressTextCode).set({ usedAt: at }).where(eq(pressTextCode.codeHash, codeHash));
}

export async function deleteExpired(before: Date): Promise<void> {
  await database().delete(pressTextCode).where(lt(pressTextCode.expiresAt, before));
}
