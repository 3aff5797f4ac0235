import 'server-only';
import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { calloutOutcome, calloutRating } from '#lib/db/following-tables.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';

export type RatingRow = typeof calloutRating.$inferSelect;
type OutcomeRow = typeof calloutOutcome.$inferSelect;

const outbox = outboxOf(calloutRating, {
  isOpen: eq(calloutRating.state, 'queued'),
  wakeUp: wakeUp('rating'),
});

/** Purpose for sealing map URLs. */

export async function findOutcome(calloutId: number): Promise<OutcomeRow | null> {
  const [row] = await database().select().from(calloutOutcome).where(eq(calloutOutcome.calloutId, calloutId));
  return row ?? null;
}

export function mapUrlOf(row: OutcomeRow | null): string | null {
  return row?.mapUrlSealed ? unseal(seals.mapUrl, row.mapUrlSealed) : null;
}

/** Claims the read: true for one caller in the deployment, if the last was before `before`. */
export async function claimRead(calloutId: number, before: Date, at: Date): Promise<boolean> {
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

/** Stores what AURA has; earlier parts stay. */
export async function storeOutcome(
  calloutId: number,
  found: { report: Record<string, unknown> | null; mapUrl: string | null },
): Promise<void> {
  const { report, mapUrl } = found;
  if (!report && !mapUrl) return;
  await database()
    .update(calloutOutcome)
    .set({ ...(report ? { report } : {}), ...(mapUrl ? { mapUrlSealed: seal(seals.mapUrl, mapUrl) } : {}) })
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
    .values({ ...rating, ratedAt: at, state: 'queued' })
    .onConflictDoNothing()
    .returning({ woken: outbox.wakeUp });
  return inserted.length === 1;
}

/** Claims a rating for its only attempt: from now on AURA may have it. */
export async function claimRating(calloutId: number, leaseMs: number): Promise<RatingRow | null> {
  const [row] = await claimed(and(eq(calloutRating.calloutId, calloutId), outbox.isDue), leaseMs);
  return row ?? null;
}

/** {@link claimRating} for all due ones. */
export async function claimDueRatings(limit: number, leaseMs: number): Promise<RatingRow[]> {
  return claimed(outbox.pick(calloutRating.calloutId, limit), leaseMs);
}

function claimed(which: SQL | undefined, leaseMs: number) {
  return database()
    .update(calloutRating)
    .set({ state: 'unsure', attempts: sql`${calloutRating.attempts} + 1`, ...outbox.claim(leaseMs) })
    .where(which)
    .returning();
}

/** Milliseconds until a rating is due; null when none is queued. */
export function nextRatingMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

/** Stores the outcome of a claimed rating; a queued one is due again in `afterMs`. */
export async function markRating(row: RatingRow, state: RatingRow['state'], afterMs: number): Promise<void> {
  await database()
    .update(calloutRating)
    .set({ state, ...outbox.released(row, afterMs) })
    .where(and(eq(calloutRating.calloutId, row.calloutId), outbox.isHeldBy(row)))
    .returning({ woken: outbox.wakeUp });
}

/** Takes AURA's report and map, and the person's words, out of what is known of the end; the rating itself stays. */
export async function eraseFromOutcomes(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  const ids = [...calloutIds];
  await tx
    .update(calloutOutcome)
    .set({ report: null, mapUrlSealed: null })
    .where(inArray(calloutOutcome.calloutId, ids));
  await tx
    .update(calloutRating)
    .set({ words: null, mayContact: false })
    .where(inArray(calloutRating.calloutId, ids));
}
