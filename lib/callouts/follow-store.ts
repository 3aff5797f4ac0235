import 'server-only';
import { and, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { type Followed, MOVING_FOR_MS, WATCH_AGAIN_MS, WATCHED_FOR_MS } from '#lib/callouts/follow-model.ts';
import { database } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { following } from '#lib/db/webhook-tables.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { env } from '#lib/platform/env.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// How the deployment follows its callouts: who watches, when AURA was asked, and how often it still may be.

/** What may be asked at once after a quiet time; the one limit that AURA documents is 50 calls in 10 seconds. */
const BURST = 50;
/** A press of this age may still come out at AURA as a callout. */
const PRESS_MOVES_FOR_MS = 600_000;

/**
 * For calls that a person waits for: they are counted and go ahead of the others, which wait for what they took, up
 * to one such burst.
 */
export const ON_CREDIT = -BURST;

/**
 * Takes one token from the rate limit (token bucket) of the whole deployment, unless fewer than `reserve` would be
 * left. The database counts, so any number of processes share one budget.
 */
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

/** What decides when the poller's next round is due. */
export async function readPace(at: Date): Promise<{ isQuick: boolean; roundAt: Date; failedRounds: number }> {
  const [row] = await database().select().from(following);
  const isBoardWatched = row?.boardWatchedUntil != null && row.boardWatchedUntil > at;
  return {
    isQuick: isBoardWatched || (await isAnythingLive(at)),
    roundAt: row?.roundAt ?? new Date(0),
    failedRounds: row?.failedRounds ?? 0,
  };
}

// Somebody looks at an open callout, or one changed lately, or a press may yet come out as one.
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
      // The first of those that failed in a row says since when.
      set: {
        roundAt,
        failedRounds,
        failedSince: failedSince && sql`coalesce(${following.failedSince}, excluded.failed_since)`,
      },
    });
}

/** AURA has answered, if not with its list: it is not silent. */
export async function recordAnswer(): Promise<void> {
  await database()
    .update(following)
    .set({ failedRounds: 0, failedSince: null })
    .where(gt(following.failedRounds, 0));
}

/** Every callout that is not closed, as far as following it needs. */
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

/** These read in the list as before, when it was asked for at `at`: what we know of them is that fresh. */
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

/** What the list says of a callout now, which is news; reading it by itself is due. */
export async function noteListed(id: number, status: string): Promise<void> {
  await database()
    .update(callout)
    .set({ listedStatus: status, detailAt: null, ...ON_THE_LIST })
    .where(eq(callout.id, id));
}

/**
 * These were not on the list that was asked for at `at`. Reading by itself is due of those that were there before.
 */
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

/** Somebody looks at this callout. Written only now and then, whoever and however many look. */
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

/** Somebody looks at the board. Each process writes that only now and then. */
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
