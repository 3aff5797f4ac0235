import 'server-only';
import { and, asc, eq, lt, lte, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { calloutOutcome, calloutRating } from '#lib/db/following-tables.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';

export type RatingRow = typeof calloutRating.$inferSelect;
type OutcomeRow = typeof calloutOutcome.$inferSelect;

/** What a sealed map address is bound to, so that it opens as nothing else. */
const MAP_SEAL = 'map-url';

export async function findOutcome(calloutId: number): Promise<OutcomeRow | null> {
  const [row] = await database().select().from(calloutOutcome).where(eq(calloutOutcome.calloutId, calloutId));
  return row ?? null;
}

export function mapUrlOf(row: OutcomeRow | null): string | null {
  return row?.mapUrlSealed ? unseal(MAP_SEAL, row.mapUrlSealed) : null;
}

/** True for one caller only, when nobody in the whole deployment asked since `before`. */
export async function claimAsking(calloutId: number, before: Date, at: Date): Promise<boolean> {
  const claimed = await database()
    .insert(calloutOutcome)
    .values({ calloutId, askedAt: at, attempts: 1 })
    .onConflictDoUpdate({
      target: calloutOutcome.calloutId,
      set: { askedAt: at, attempts: sql`${calloutOutcome.attempts} + 1` },
      setWhere: lt(calloutOutcome.askedAt, before),
    })
    .returning({ calloutId: calloutOutcome.calloutId });
  return claimed.length === 1;
}

/** Adds what AURA has by now; what it gave before stays. */
export async function keepOutcome(
  calloutId: number,
  found: { report: Record<string, unknown> | null; mapUrl: string | null },
): Promise<void> {
  const { report, mapUrl } = found;
  if (!report && !mapUrl) return;
  await database()
    .update(calloutOutcome)
    .set({ ...(report ? { report } : {}), ...(mapUrl ? { mapUrlSealed: seal(MAP_SEAL, mapUrl) } : {}) })
    .where(eq(calloutOutcome.calloutId, calloutId));
}

export async function findRating(calloutId: number): Promise<RatingRow | null> {
  const [row] = await database().select().from(calloutRating).where(eq(calloutRating.calloutId, calloutId));
  return row ?? null;
}

/** False when the callout was rated before. */
export async function insertRating(
  rating: Pick<RatingRow, 'calloutId' | 'rating' | 'words' | 'mayContact'>,
  at: Date,
): Promise<boolean> {
  const inserted = await database()
    .insert(calloutRating)
    .values({ ...rating, ratedAt: at, nextAttemptAt: at, state: 'queued' })
    .onConflictDoNothing()
    .returning({ calloutId: calloutRating.calloutId });
  return inserted.length === 1;
}

export async function listDueRatings(at: Date, limit: number): Promise<number[]> {
  const rows = await database()
    .select({ calloutId: calloutRating.calloutId })
    .from(calloutRating)
    .where(and(eq(calloutRating.state, 'queued'), lte(calloutRating.nextAttemptAt, at)))
    .orderBy(asc(calloutRating.nextAttemptAt))
    .limit(limit);
  return rows.map(({ calloutId }) => calloutId);
}

/** Takes a rating for the one time that AURA is told: from now on it may have it. */
export async function takeRating(calloutId: number, at: Date): Promise<RatingRow | null> {
  const [row] = await database()
    .update(calloutRating)
    .set({ state: 'unsure', attempts: sql`${calloutRating.attempts} + 1` })
    .where(
      and(
        eq(calloutRating.calloutId, calloutId),
        eq(calloutRating.state, 'queued'),
        lte(calloutRating.nextAttemptAt, at),
      ),
    )
    .returning();
  return row ?? null;
}

export async function markRating(
  calloutId: number,
  state: RatingRow['state'],
  nextAttemptAt: Date,
): Promise<void> {
  await database()
    .update(calloutRating)
    .set({ state, nextAttemptAt })
    .where(eq(calloutRating.calloutId, calloutId));
}
