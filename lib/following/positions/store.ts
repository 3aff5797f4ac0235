import 'server-only';
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { calloutFix, calloutPosition } from '#lib/db/position-tables.ts';
import { callout } from '#lib/db/tables.ts';
import type { Following, Position, Trail } from '#lib/geo/schema.ts';
import { announceChange } from '#lib/live/changes.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';
import type { PauseReason } from '#lib/vocabulary.ts';
import {
  FIXES_A_MINUTE,
  isLate,
  judgeFixes,
  type Known,
  type MeasuredFix,
  mayLead,
  positionState,
} from './model.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export type NewFix = MeasuredFix & { fixedAt: Date };

export type NewReport = {
  calloutId: number;
  personId: string;
  raisedAt: Date;
  fixes: readonly NewFix[];
  device: string | null;
  paused: PauseReason | null;
  /** By the device's clock. */
  sentAt: Date | null;
  at: Date;
};

/** Stores a report, serialized per callout. Returns the number of new fixes; null over the limit per minute. */
export async function storeReport(report: NewReport): Promise<number | null> {
  const { calloutId, personId, fixes, device, paused, sentAt, at } = report;
  return transaction(async (tx) => {
    const row = await lockPosition(tx, report);
    const minute = countedMinute(row, fixes.length, at);
    if (minute.minuteFixes > FIXES_A_MINUTE) return null;
    const isLeading = mayLead(device, row.heardAt > NEVER ? row : null, at);
    const isNews = isLeading && !(row.device === device && isLate(sentAt, row.saidAt));
    // A repeat must not confirm itself.
    const fresh = await withoutKept(tx, report);
    const { judged, believed } = judgeFixes(fresh, await knownOf(tx, row, report), report.raisedAt);
    const kept = await insertFixes(tx, report, judged, isLeading);
    await tx
      .update(calloutPosition)
      .set({
        ...minute,
        ...(isNews ? { device, heardAt: at, saidAt: sentAt, pauseReason: paused } : {}),
        ...(isLeading && believed ? columnsOf(believed) : {}),
      })
      .where(eq(calloutPosition.calloutId, calloutId))
      .returning({ woken: outbox.wakeUp });
    await announceChange(tx, { about: 'callout', calloutId, personId, isMinor: true });
    return kept;
  });
}

/** Before any report. */
const NEVER = new Date(0);

async function lockPosition(tx: Transaction, { calloutId, device, at }: NewReport) {
  await tx
    .insert(calloutPosition)
    .values({ calloutId, device, heardAt: NEVER, minuteFrom: at, minuteFixes: 0 })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(calloutPosition)
    .where(eq(calloutPosition.calloutId, calloutId))
    .for('update');
  if (!row) throw new Error('a position that was just made is gone');
  return row;
}

type PositionRow = typeof calloutPosition.$inferSelect;

function countedMinute(row: PositionRow, fixes: number, at: Date) {
  const isSame = at.getTime() - row.minuteFrom.getTime() < MINUTE_MS;
  return isSame
    ? { minuteFrom: row.minuteFrom, minuteFixes: row.minuteFixes + fixes }
    : { minuteFrom: at, minuteFixes: fixes };
}

/** Null also where the place cannot be opened: the next fix takes its place. */
function believedOf({ place, measuredAt }: Pick<PositionRow, 'place' | 'measuredAt'>): MeasuredFix | null {
  return place === null || place === UNOPENED || measuredAt === null ? null : { ...place, measuredAt };
}

/** Before a callout was raised nothing was received of it, but for what clocks differ: earlier partitions are not looked at. */
const isSinceRaised = ({ raisedAt }: NewReport) =>
  gte(calloutFix.receivedAt, new Date(raisedAt.getTime() - DAY_MS));

async function knownOf(tx: Transaction, row: PositionRow, report: NewReport): Promise<Known> {
  const believed = believedOf(row);
  const [doubted] = await tx
    .select()
    .from(calloutFix)
    .where(
      and(
        eq(calloutFix.calloutId, row.calloutId),
        isSinceRaised(report),
        eq(calloutFix.doubt, 'jump'),
        believed ? gt(calloutFix.measuredAt, believed.measuredAt) : undefined,
      ),
    )
    .orderBy(desc(calloutFix.measuredAt))
    .limit(1);
  return { believed, doubted: doubted ? believedOf(doubted) : null };
}

/** Repeats may be in another partition, where no index refuses them: the lock of the position keeps others out meanwhile. */
async function withoutKept(tx: Transaction, report: NewReport): Promise<NewFix[]> {
  const { calloutId, fixes } = report;
  const instants = fixes.map(({ fixedAt }) => fixedAt);
  const rows = await tx
    .select({ fixedAt: calloutFix.fixedAt })
    .from(calloutFix)
    .where(
      and(eq(calloutFix.calloutId, calloutId), inArray(calloutFix.fixedAt, instants), isSinceRaised(report)),
    );
  const kept = new Set(rows.map(({ fixedAt }) => fixedAt.getTime()));
  return fixes.filter(({ fixedAt }) => !kept.has(fixedAt.getTime()));
}

async function insertFixes(
  tx: Transaction,
  { calloutId, device, at }: NewReport,
  judged: ReturnType<typeof judgeFixes<NewFix>>['judged'],
  isLeading: boolean,
): Promise<number> {
  if (judged.length === 0) return 0;
  const rows = judged.map(({ fix, doubt }) => ({
    calloutId,
    fixedAt: fix.fixedAt,
    ...columnsOf(fix),
    receivedAt: at,
    device,
    doubt: isLeading ? doubt : ('other_device' as const),
  }));
  const inserted = await tx
    .insert(calloutFix)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: calloutFix.id });
  return inserted.length;
}

function columnsOf({ latitude, longitude, accuracyM, measuredAt }: MeasuredFix) {
  return { place: { latitude, longitude, accuracyM }, measuredAt };
}

// Open callouts with a believed fix that AURA does not have.
const isNotForwarded = sql`(${and(
  isNotNull(calloutPosition.measuredAt),
  or(
    isNull(calloutPosition.atAuraMeasuredAt),
    sql`${calloutPosition.atAuraMeasuredAt} < ${calloutPosition.measuredAt}`,
  ),
)})`;
const isOfOpen = sql`exists (select from ${callout}
  where ${callout.id} = ${calloutPosition.calloutId} and ${callout.closedAt} is null)`;

const outbox = outboxOf(calloutPosition, { isOpen: isNotForwarded, wakeUp: wakeUp('position') });

export type Untold = { calloutId: number; leaseToken: string | null; fix: MeasuredFix };

/** Claims the newest believed fix; null when AURA has it, it is claimed, or the last was sent within `everyMs`. */
export async function claimNewest(
  calloutId: number,
  leaseMs: number,
  everyMs: number,
): Promise<Untold | null> {
  const [row] = await database()
    .update(calloutPosition)
    .set({ ...outbox.claim(leaseMs), ...outbox.dueIn(everyMs) })
    .where(and(eq(calloutPosition.calloutId, calloutId), outbox.isDue))
    .returning();
  const fix = row && believedOf(row);
  return fix ? { calloutId, leaseToken: row.leaseToken, fix } : null;
}

/** Releases the claim; `measuredAt`: AURA has that fix. No effect if the claim was lost. */
export async function settleForward(
  { calloutId, leaseToken }: Untold,
  measuredAt: Date | null,
): Promise<void> {
  await transaction(async (tx) => {
    const settled = await tx
      .update(calloutPosition)
      .set({ ...outbox.settled, ...(measuredAt ? { atAuraMeasuredAt: measuredAt } : {}) })
      .where(and(eq(calloutPosition.calloutId, calloutId), outbox.isHeldBy({ leaseToken })))
      .returning({ woken: outbox.wakeUp });
    if (settled.length === 0 || !measuredAt) return;
    const [row] = await tx
      .select({ personId: callout.personId })
      .from(callout)
      .where(eq(callout.id, calloutId));
    if (row) await announceChange(tx, { about: 'callout', calloutId, personId: row.personId, isMinor: true });
  });
}

/** Open callouts with a fix to forward, longest overdue first. */
export async function listToForward(limit: number): Promise<number[]> {
  const rows = await database()
    .select({ id: calloutPosition.calloutId })
    .from(calloutPosition)
    .where(and(outbox.isDue, isOfOpen))
    .orderBy(asc(calloutPosition.dueAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Milliseconds until a fix is due; null when AURA has all. */
export function nextForwardMs(): Promise<number | null> {
  return outbox.nextDueMs(database(), isOfOpen);
}

/** A callout's position state; null without any report. */
export async function readFollowing(calloutId: number, at: Date): Promise<Following | null> {
  const [row] = await database()
    .select()
    .from(calloutPosition)
    .where(eq(calloutPosition.calloutId, calloutId));
  if (!row) return null;
  const newest = believedOf(row);
  return {
    state: positionState(row.heardAt, row.pauseReason, at),
    pauseReason: row.pauseReason,
    heardAt: row.heardAt.toISOString(),
    newest: newest && toPosition(newest),
    atAuraMeasuredAt: row.atAuraMeasuredAt?.toISOString() ?? null,
  };
}

/** The newest fixes, believed or not. */
export async function listTrail(calloutId: number, limit: number): Promise<Trail> {
  const rows = await database()
    .select()
    .from(calloutFix)
    .where(eq(calloutFix.calloutId, calloutId))
    .orderBy(desc(calloutFix.measuredAt), desc(calloutFix.id))
    .limit(limit);
  return rows.flatMap((row) => {
    const fix = believedOf(row);
    return fix ? [{ ...toPosition(fix), receivedAt: row.receivedAt.toISOString(), doubt: row.doubt }] : [];
  });
}

function toPosition({ latitude, longitude, accuracyM, measuredAt }: MeasuredFix): Position {
  return { latitude, longitude, accuracy: accuracyM, measuredAt: measuredAt.toISOString() };
}
