import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lt, ne, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { pressTextCode } from '#lib/db/press-tables.ts';
import { erasure } from '#lib/db/privacy-tables.ts';
import { callout, press } from '#lib/db/tables.ts';
import { NOBODY } from '#lib/vocabulary.ts';

// Old presses, and those of erased people, become nobody's. Times, states and kinds stay, for the reports.

/** So long an operator may still have to call about a press that AURA does not have. */
const CARED_FOR = sql.raw(`interval '1 day'`);

/** Being sent, or an operator’s to deal with. */
const isOpen = and(
  isNull(press.outcome),
  or(
    eq(press.state, 'recorded'),
    and(inArray(press.state, ['rejected', 'expired']), sql`${press.receivedAt} > now() - ${CARED_FOR}`),
  ),
);

async function idsOf(which: SQL | undefined, limit: number): Promise<string[]> {
  const ofOpenCallout = database()
    .select({ id: callout.id })
    .from(callout)
    .where(and(eq(callout.id, press.calloutId), isNull(callout.closedAt)));
  const rows = await database()
    .select({ id: press.id })
    .from(press)
    .where(
      and(
        ne(press.personId, sql.raw(`'${NOBODY}'`)),
        which,
        not(isOpen ?? sql`true`),
        notExists(ofOpenCallout),
      ),
    )
    .orderBy(press.receivedAt)
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function listPressesBefore(before: Date, limit: number): Promise<string[]> {
  return idsOf(lt(press.receivedAt, before), limit);
}

export async function listPressesOf(personId: string, limit: number): Promise<string[]> {
  return idsOf(eq(press.personId, personId), limit);
}

/** Presses of people who were erased before they came in, as from a journal. */
export async function listPressesOfErased(limit: number): Promise<string[]> {
  const erased = database().select({ id: erasure.personId }).from(erasure).where(isNotNull(erasure.erasedAt));
  return idsOf(inArray(press.personId, erased), limit);
}

export async function hasPresses(tx: Transaction, personId: string, which: 'open' | 'any'): Promise<boolean> {
  const [row] = await tx
    .select({ id: press.id })
    .from(press)
    .where(and(eq(press.personId, personId), which === 'open' ? isOpen : undefined))
    .limit(1);
  return row !== undefined;
}

export async function anonymisePresses(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx
    .update(press)
    .set({ personId: NOBODY, place: null, cell: null, fixedAt: null, measuredAt: null })
    .where(inArray(press.id, [...ids]));
}

export async function deleteTextCodesOf(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(pressTextCode).where(eq(pressTextCode.personId, personId));
}
