import 'server-only';
import { and, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { type Followed, MOVING_FOR_MS, WATCH_AGAIN_MS, WATCHED_FOR_MS } from '#lib/callouts/follow-model.ts';
import { database } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { following } from '#lib/db/webhook-tables.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { env } from '#lib/platform/env.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// State of the poller: viewers, last reads, and the rate limit for reads.

/** Burst size of the token bucket; the one limit that AURA documents is 50 calls in 10 seconds. */
const BURST = 50;
/** A press of this age may still become a callout at AURA. */
const PRESS_MOVES_FOR_MS = 600_000;

/** Reserve for calls that a person waits for: they may overdraw the bucket by one burst. */
export const ON_CREDIT = -BURST;

/** Takes a token from the deployment's token bucket (in the database), unless fewer than `reserve` would be left. */
export async function acquireRateToken({ reserve = 0 } = {}): Promise<boolean> {
  const perSecond = env.AURA_READS_PER_MINUTE / 60;
  const left = sql`least(${BURST}, ${following.readsLeft} + ${perSecond} * greatest(0, extract(epoch from clock_timestamp() - ${following.readsCountedAt})))`;
  const taken = await database()
    .insert(following)
    .values({ id: 1, readsLeft: BURST - 1, readsCountedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: following.id,
      set: { readsLeft: sql`${left} - 1`, readsCountedAt: sql`clock_timestamp()` },
      setWhere: sql`${left} >= ${1 + reserve}`,
    })
    .returning({ id: following.id });
  return taken.length > 0;
}

export async function readPace(at: Date): Promise<{ isQuick: boolean; roundAt: Date; failedRounds: number }> {
  const [row] = await database().select().from(following);
  const isBoardWatched = row?.boardWatchedUntil != null && row.boardWatchedUntil > at;
  return {
    isQuick: isBoardWatched || (await isAnythingLive(at)),
    roundAt: row?.roundAt ?? new Date(0),
    failedRounds: row?.failedRounds ?? 0,
  };
}

// A page is open, a callout changed lately, or a press may still become a callout.
async function isAnythingLive(at: Date): Promise<boolean> {
  const ago = (ms: number) => new Date(at.getTime() - ms);
  const live = database()
    .select({ id: callout.id })
    .from(callout)
    .where(
      and(
        isNull(callout.closedAt),
        sql`(${callout.watchedUntil} > ${at.toISOString()}::timestamptz or ${callout.movedAt} > ${ago(MOVING_FOR_MS).toISOString()}::timestamptz)`,
      ),
    );
  const recent = database()
    .select({ id: press.id })
    .from(press)
    .where(sql`${press.receivedAt} > ${ago(PRESS_MOVES_FOR_MS).toISOString()}::timestamptz`);
  const { rows } = await database().execute<{ live: boolean }>(
    sql`select exists(${live}) or exists(${recent}) as live`,
  );
  return rows[0]?.live === true;
}

export async function recordRound(roundAt: Date, failedRounds: number): Promise<void> {
  const failedSince = failedRounds > 0 ? roundAt : null;
  await database()
    .insert(following)
    .values({ id: 1, readsLeft: BURST, readsCountedAt: roundAt, roundAt, failedRounds, failedSince })
    .onConflictDoUpdate({
      target: following.id,
      // The first of consecutive failures sets the time.
      set: {
        roundAt,
        failedRounds,
        failedSince: failedSince && sql`coalesce(${following.failedSince}, excluded.failed_since)`,
      },
    });
}

/** AURA answered something other than its list: it is reachable. */
export async function recordAnswer(): Promise<void> {
  await database()
    .update(following)
    .set({ failedRounds: 0, failedSince: null })
    .where(gt(following.failedRounds, 0));
}

/** Every callout that is not closed, with what polling needs. */
export async function listOpen(at: Date) {
  const rows = await database()
    .select({
      id: callout.id,
      rawStatus: callout.rawStatus,
      listedStatus: callout.listedStatus,
      detailAt: callout.detailAt,
      watchedUntil: callout.watchedUntil,
      unlistedSince: callout.unlistedSince,
      missingSince: callout.missingSince,
      closeNamedAt: callout.closeNamedAt,
    })
    .from(callout)
    .where(isNull(callout.closedAt));
  return rows.map(({ watchedUntil, unlistedSince, missingSince, closeNamedAt, ...row }) => ({
    ...row,
    isWatched: watchedUntil !== null && watchedUntil > at,
    isDoubtful:
      missingSince !== null || closeNamedAt !== null || (unlistedSince !== null && row.listedStatus !== null),
  })) satisfies Followed[];
}

/** Marks these as unchanged in the list read at `at`. */
export async function touchListed(ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await database()
    .update(callout)
    .set({
      asOf: at,
      askedAt: at,
      listedStatus: sql`coalesce(${callout.listedStatus}, ${callout.rawStatus})`,
      ...ON_THE_LIST,
    })
    .where(and(inArray(callout.id, [...ids]), isNull(callout.closedAt), lt(callout.asOf, at)));
}

const ON_THE_LIST = { unlistedSince: null, unlistedLists: 0, missingSince: null };

/** Stores the status that the list shows, and makes a single read due. */
export async function noteListed(id: number, status: string): Promise<void> {
  await database()
    .update(callout)
    .set({ listedStatus: status, detailAt: null, ...ON_THE_LIST })
    .where(eq(callout.id, id));
}

/** Marks these as absent from the list read at `at`; makes a single read due for those that were on it before. */
export async function noteUnlisted(ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  const isNewlyGone = sql`${callout.unlistedSince} is null and ${callout.listedStatus} is not null`;
  await database()
    .update(callout)
    .set({
      unlistedSince: sql`coalesce(${callout.unlistedSince}, ${at.toISOString()}::timestamptz)`,
      unlistedLists: sql`${callout.unlistedLists} + 1`,
      detailAt: sql`case when ${isNewlyGone} then null else ${callout.detailAt} end`,
    })
    .where(and(inArray(callout.id, [...ids]), isNull(callout.closedAt), lte(callout.raisedAt, at)));
}

/** Marks a callout as watched. Written at intervals, however many viewers there are. */
export async function noteWatched(
  row: { id: number; closedAt: Date | null; watchedUntil: Date | null },
  at: Date,
): Promise<void> {
  const until = new Date(at.getTime() + WATCHED_FOR_MS);
  const stale = new Date(until.getTime() - WATCH_AGAIN_MS);
  if (row.closedAt || (row.watchedUntil && row.watchedUntil > stale)) return;
  await database()
    .update(callout)
    .set({ watchedUntil: until })
    .where(and(eq(callout.id, row.id), or(isNull(callout.watchedUntil), lt(callout.watchedUntil, stale))))
    .returning({ woken: wakeUp('watched') });
}

/** Marks the board as watched. Each process writes at intervals. */
export async function noteBoardWatched(at: Date): Promise<void> {
  const noted = processSingleton('board-noted', () => ({ againFrom: new Date(0) }));
  if (at < noted.againFrom) return;
  noted.againFrom = new Date(at.getTime() + WATCH_AGAIN_MS);
  const boardWatchedUntil = new Date(at.getTime() + WATCHED_FOR_MS);
  await database()
    .insert(following)
    .values({ id: 1, readsLeft: BURST, readsCountedAt: at, boardWatchedUntil })
    .onConflictDoUpdate({ target: following.id, set: { boardWatchedUntil } })
    .returning({ woken: wakeUp('watched') });
}
