import 'server-only';
import { and, eq, getTableColumns, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { recordCallout, recordingOf } from '#lib/callouts/records.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { queueContactTexts, queueingOf } from '#lib/following/sharing/records.ts';
import { announce, announceSoon, type News } from '#lib/live/announce.ts';
import type { Change, Commit, Guard } from '#lib/panic/core/commit.ts';
import type { CreatedCallout, Press } from '#lib/panic/core/press.ts';
import { positionNote } from '#lib/panic/note-model.ts';
import { queuePositionNote } from '#lib/panic/note-store.ts';
import { type Connection, changeOf, isReleased, outbox, toPress } from '#lib/panic/store.ts';

// The guarded writes of the protocol as SQL; core/commit.ts decides what they change and when.

/** One guarded write in one statement. Gives the press after it; null when its guard does not hold. */
export async function commitPress(commit: Commit): Promise<Press | null> {
  const [row] = await committing(database(), commit);
  if (!row) return null;
  announceSoon(newsOf(commit));
  return toPress(row);
}

/** {@link commitPress} as part of a transaction, which announces it when it commits. */
export async function commitIn(tx: Transaction, commit: Commit): Promise<Press | null> {
  const [row] = await committing(tx, commit);
  if (!row) return null;
  await announce(tx, newsOf(commit));
  return toPress(row);
}

/**
 * The same together with AURA's callout, atomically. One statement unless a position note is queued too: the person
 * waits for each round trip.
 */
export async function commitWithCallout(commit: Commit, created: CreatedCallout): Promise<Press | null> {
  const { fix, at } = created;
  const { changes, topics } = newsOf(commit);
  const { calloutId, personId } = created;
  const news: News = {
    changes: [...changes, { about: 'callout', calloutId, personId }],
    topics: [...topics, 'callout'],
  };
  const isDelivery = commit.change.set?.state === 'delivered';
  if (isDelivery && fix && positionNote(fix, at)) {
    return transaction(async (tx) => {
      const settled = await settleIn(tx, commit, created);
      if (!settled) return null;
      await queuePositionNote(tx, { ...settled, fix }, at);
      await announce(tx, news);
      return settled;
    });
  }
  const settled = await settleIn(database(), commit, created);
  if (settled) announceSoon(news);
  return settled;
}

async function settleIn(
  connection: Connection,
  commit: Commit,
  created: CreatedCallout,
): Promise<Press | null> {
  const settled = connection.$with('settled').as(committing(connection, commit));
  const { kept, fact } = recordingOf(created, sql`exists (select from ${settled})`);
  const texts = connection.$with('texts', {}).as(queueingOf(sql`${settled}`));
  const [row] = await connection.with(settled, kept, fact, texts).select().from(settled);
  return row ? toPress(row) : null;
}

/** Writes `reopen`, or, when its guard does not hold, the callout and `deliver`. */
export async function linkIn(
  tx: Transaction,
  reopen: Commit,
  deliver: Commit,
  created: CreatedCallout,
): Promise<void> {
  // Locks the press before its callout, as the settling statement does: the opposite order could deadlock.
  await tx.select({ id: press.id }).from(press).where(eq(press.id, deliver.pressId)).for('update');
  if (await commitIn(tx, reopen)) return;
  await recordCallout(tx, created);
  const delivered = await commitIn(tx, deliver);
  if (!delivered) return;
  await queueContactTexts(tx, sql`(select * from ${press} where id = ${delivered.id})`);
  await queuePositionNote(tx, delivered, created.at);
}

function committing(connection: Connection, { pressId, onlyIf, change }: Commit) {
  return connection
    .update(press)
    .set(columnsOf(change))
    .where(and(eq(press.id, pressId), holding(onlyIf)))
    .returning(getTableColumns(press));
}

function newsOf({ pressId, personId, change }: Commit): News {
  const isDue = change.dueInMs !== undefined;
  const isShown = change.set?.state !== undefined || isDue;
  return {
    changes: isShown ? [changeOf({ id: pressId, personId })] : [],
    topics: isDue ? ['press'] : [],
  };
}

/** The guard as SQL; must agree with `holds`. */
function holding(onlyIf: Guard): SQL | undefined {
  const { leasedBy, states, isWithdrawalRequested, youngerThanMinutes, answeredBy, notEndedWith, personId } =
    onlyIf;
  const requestedAt = press.withdrawRequestedAt;
  return and(
    leasedBy === undefined ? undefined : eq(press.leaseToken, leasedBy),
    states && inArray(press.state, [...states]),
    isWithdrawalRequested === undefined
      ? undefined
      : isWithdrawalRequested
        ? isNotNull(requestedAt)
        : isNull(requestedAt),
    youngerThanMinutes === undefined
      ? undefined
      : sql`${press.receivedAt} > now() - ${youngerThanMinutes}::float8 * interval '1 minute'`,
    onlyIf.isFree && and(outbox.isFree, isReleased),
    onlyIf.isHeld && gt(press.sendsAt, sql`now()`),
    answeredBy === undefined ? undefined : isAnswer(answeredBy),
    notEndedWith === undefined
      ? undefined
      : sql`not (${press.state} <> 'recorded' and ${press.calloutId} is not distinct from ${notEndedWith})`,
    personId === undefined ? undefined : eq(press.personId, personId),
  );
}

/** The rule `canAnswer` as SQL, inside the delivering statement: reading first would cost a round trip. */
function isAnswer(calloutId: number): SQL {
  return sql`(${press.kind} = 'test' or not exists (
    select from ${callout}
    where ${callout.id} = ${calloutId} and (${callout.kind} = 'test' or ${callout.stage} = 'cancelled')
  ) and not exists (
    select from ${press} as withdrawn
    where withdrawn.callout_id = ${calloutId} and withdrawn.withdraw_requested_at is not null
  ))`;
}

/** The change as SQL; must agree with `applyCommit`. */
function columnsOf(change: Change) {
  const { set, keepFirst, addAttempts, claimedBy, leaseMs, dueInMs, dueWas } = change;
  const { outcomeUnknownSince, lastAttemptAt, withdrawRequestedAt } = keepFirst ?? {};
  const first = (column: PgColumn, at: Date) =>
    sql<Date>`coalesce(${column}, ${at.toISOString()}::timestamptz)`;
  const { dueAt } = dueWas
    ? outbox.released({ leaseToken: null, dueAt: dueWas }, dueInMs ?? 0)
    : outbox.dueIn(dueInMs ?? 0);
  return {
    ...set,
    ...(outcomeUnknownSince
      ? { outcomeUnknownSince: first(press.outcomeUnknownSince, outcomeUnknownSince) }
      : {}),
    ...(lastAttemptAt ? { lastAttemptAt: first(press.lastAttemptAt, lastAttemptAt) } : {}),
    ...(withdrawRequestedAt
      ? { withdrawRequestedAt: first(press.withdrawRequestedAt, withdrawRequestedAt) }
      : {}),
    ...(addAttempts === undefined ? {} : { attempts: sql`${press.attempts} + ${addAttempts}` }),
    ...(claimedBy === undefined ? {} : { leaseToken: claimedBy }),
    ...(leaseMs === undefined ? {} : leaseMs === 0 ? outbox.settled : outbox.renew(leaseMs)),
    ...(change.endsGrace ? { sendsAt: sql`now()` } : {}),
    ...(dueInMs === undefined ? {} : { dueAt }),
  };
}
