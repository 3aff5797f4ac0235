import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lt, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { cancellation } from '#lib/db/following-tables.ts';
import { erasure } from '#lib/db/privacy-tables.ts';
import { callout } from '#lib/db/tables.ts';
import { NOBODY } from '#lib/vocabulary.ts';

// Old callouts, and those of erased people, become nobody's. Times, stages and kinds stay, for the reports.

/** Without what AURA is still to be asked about. */
function isOver(): SQL | undefined {
  const waiting = database()
    .select({ id: cancellation.id })
    .from(cancellation)
    .where(and(eq(cancellation.calloutId, callout.id), eq(cancellation.state, 'waiting')));
  return and(isNotNull(callout.closedAt), notExists(waiting));
}

async function idsOf(which: SQL | undefined, limit: number): Promise<number[]> {
  const rows = await database()
    .select({ id: callout.id })
    .from(callout)
    .where(and(isOver(), ne(callout.personId, sql.raw(`'${NOBODY}'`)), which))
    .orderBy(callout.closedAt)
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function listClosedBefore(before: Date, limit: number): Promise<number[]> {
  return idsOf(lt(callout.closedAt, before), limit);
}

export async function listClosedOf(personId: string, limit: number): Promise<number[]> {
  return idsOf(eq(callout.personId, personId), limit);
}

/** Callouts of people who were erased before they came in, as from a journal. */
export async function listClosedOfErased(limit: number): Promise<number[]> {
  const erased = database().select({ id: erasure.personId }).from(erasure).where(isNotNull(erasure.erasedAt));
  return idsOf(inArray(callout.personId, erased), limit);
}

export async function hasCallouts(
  tx: Transaction,
  personId: string,
  which: 'open' | 'any',
): Promise<boolean> {
  const [row] = await tx
    .select({ id: callout.id })
    .from(callout)
    .where(and(eq(callout.personId, personId), which === 'open' ? isNull(callout.closedAt) : undefined))
    .limit(1);
  return row !== undefined;
}

export async function anonymiseCallouts(tx: Transaction, ids: readonly number[]): Promise<void> {
  await tx
    .update(callout)
    .set({
      personId: NOBODY,
      trackingUrlSealed: null,
      incidents: null,
      place: null,
      cell: null,
      fixedAt: null,
      duressAt: null,
    })
    .where(and(inArray(callout.id, [...ids]), isNotNull(callout.closedAt)));
}
