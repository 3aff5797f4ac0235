import 'server-only';
import { and, eq, getTableColumns, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { type CreatedCallout, recordCallout, recordingOf } from '#lib/callouts/records.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { asFix, type Fix } from '#lib/geo/model.ts';
import { announcement } from '#lib/live/changes.ts';
import type { PressRecord } from '#lib/panic/model.ts';
import { positionNote } from '#lib/panic/note-model.ts';
import { queuePositionNote } from '#lib/panic/note-store.ts';
import { type Claim, type Connection, isHeldBy, outbox, toRecord } from '#lib/panic/store.ts';
import type { Kind, PressProblem } from '#lib/vocabulary.ts';

// How a press ends, and what AURA has from it.

export type Settlement =
  | { state: 'delivered'; calloutId: number }
  | { state: 'rejected'; lastProblem: PressProblem | null }
  | { state: 'withdrawn'; calloutId: number | null }
  | { state: 'expired' };

/** A press as it was when it ended, with the position that it had by then. */
type Settled = PressRecord & { fix: Fix | null };

/** Ends a press that is in these hands; one that is not any more is left as it is. */
export async function settlePress(claimed: Claim, settlement: Settlement, at: Date): Promise<void> {
  await settling(database(), claimed, settlement, at);
}

/**
 * Keeps AURA's callout and ends the press with it, both or neither, and gives the press as it is then. Null,
 * and nothing is changed, when the press is in other hands, was withdrawn meanwhile, or the callout is no answer to
 * it: then it must not end as delivered. One statement, unless AURA is to be told about the position: whoever waits
 * feels each round trip.
 */
export function settleWithCallout(
  claimed: Claim & { fix: Fix | null },
  settlement: Settlement & { calloutId: number },
  created: CreatedCallout,
): Promise<Settled | null> {
  const { fix } = claimed;
  if (settlement.state !== 'delivered' || !fix || !positionNote(fix, created.at)) {
    return settleWithin(database(), claimed, settlement, created);
  }
  return transaction(async (tx) => {
    const settled = await settleWithin(tx, claimed, settlement, created);
    if (settled) await queuePositionNote(tx, { ...settled, fix }, created.at);
    return settled;
  });
}

async function settleWithin(
  connection: Connection,
  claimed: Claim,
  settlement: Settlement & { calloutId: number },
  created: CreatedCallout,
): Promise<Settled | null> {
  const isWanted =
    settlement.state === 'delivered'
      ? and(isNull(press.withdrawRequestedAt), isAnswer(settlement.calloutId))
      : undefined;
  const settled = connection
    .$with('settled')
    .as(settling(connection, claimed, settlement, created.at, isWanted));
  const { kept, fact } = recordingOf(created, sql`exists (select from ${settled})`);
  const [row] = await connection.with(settled, kept, fact).select().from(settled);
  return row ? { ...toRecord(row), fix: asFix(row) } : null;
}

/**
 * The rule `unfitness` of the model, inside the statement that delivers: asking first would be one more. A callout
 * that is linked to a press that was taken back is cancelled, or about to be.
 */
function isAnswer(calloutId: number): SQL {
  return sql`(${press.kind} = 'test' or not exists (
    select from ${callout}
    where ${callout.id} = ${calloutId} and (${callout.kind} = 'test' or ${callout.stage} = 'cancelled')
  ) and not exists (
    select from ${press} as taken_back
    where taken_back.callout_id = ${calloutId} and taken_back.withdraw_requested_at is not null
  ))`;
}

function settling(connection: Connection, claimed: Claim, settlement: Settlement, at: Date, onlyIf?: SQL) {
  const { id, personId } = claimed;
  return connection
    .update(press)
    .set({ ...settlement, settledAt: at, outcomeUnknownSince: null, ...outbox.settled })
    .where(and(isHeldBy(claimed), onlyIf))
    .returning({
      ...getTableColumns(press),
      announced: sql`${announcement({ about: 'press', pressId: id, personId })}`.as('announced'),
    });
}

export function keepCallout(created: CreatedCallout): Promise<void> {
  return recordCallout(database(), created);
}

/**
 * Takes in AURA's callout from a press that is in nobody's hands, or not in the caller's: AURA has that press,
 * whatever had become of it. One that was taken back is opened again, so that its callout is called off.
 */
export async function linkCallout(
  tx: Transaction,
  whose: { id: string; personId: string },
  created: CreatedCallout,
): Promise<void> {
  // The press before its callout, as the statement that settles does it: the other way round they could block each other.
  await tx.select({ id: press.id }).from(press).where(eq(press.id, whose.id)).for('update');
  if (await reopen(tx, whose, created.calloutId, created.at)) return;
  await recordCallout(tx, created);
  const [row] = await tx
    .update(press)
    .set({
      state: 'delivered',
      calloutId: created.calloutId,
      settledAt: created.at,
      outcomeUnknownSince: null,
      ...outbox.settled,
    })
    .where(
      and(
        eq(press.id, whose.id),
        inArray(press.state, ['recorded', 'rejected', 'expired']),
        isNull(press.withdrawRequestedAt),
        isAnswer(created.calloutId),
      ),
    )
    .returning({
      ...getTableColumns(press),
      announced: announcement({ about: 'press', pressId: whose.id, personId: whose.personId }),
    });
  if (row) await queuePositionNote(tx, { ...toRecord(row), fix: asFix(row) }, created.at);
}

/**
 * Has AURA asked about a press that was taken back, although it may have ended: an attempt of unknown outcome, or
 * a callout, has turned up. False when it was not taken back, or has ended with that very callout.
 */
export async function reopen(
  tx: Transaction,
  { id, personId }: { id: string; personId: string },
  calloutId: number | null,
  at: Date,
): Promise<boolean> {
  const isEnded = sql`${press.state} <> 'recorded'`;
  const instant = sql`${at.toISOString()}::timestamptz`;
  const reopened = await tx
    .update(press)
    .set({
      state: 'recorded',
      settledAt: null,
      ...outbox.dueIn(0),
      outcomeUnknownSince: sql`coalesce(${press.outcomeUnknownSince}, ${instant})`,
      lastAttemptAt: sql`coalesce(${press.lastAttemptAt}, ${instant})`,
    })
    .where(
      and(
        eq(press.id, id),
        // AURA may refuse or be given up on while the person takes the press back, and have made a callout all the same.
        inArray(press.state, ['recorded', 'withdrawn', 'rejected', 'expired']),
        isNotNull(press.withdrawRequestedAt),
        calloutId === null
          ? undefined
          : sql`not (${isEnded} and ${press.calloutId} is not distinct from ${calloutId})`,
      ),
    )
    .returning({
      announced: announcement({ about: 'press', pressId: id, personId }),
      woken: outbox.wakeUp,
    });
  return reopened.length === 1;
}

/** {@link linkCallout} for an answer that came when the press was in other hands. */
export function linkLate(whose: { id: string; personId: string }, created: CreatedCallout): Promise<void> {
  return transaction((tx) => linkCallout(tx, whose, created));
}

/**
 * Whether a callout is another press's help, so that taking this one back must not call it off: the other `has` it, or,
 * asked for at AURA without a known end, `may` be about to get it.
 */
export async function findOtherPressUsing(
  { id, personId, kind }: { id: string; personId: string; kind: Kind },
  calloutId: number,
): Promise<'has' | 'may' | null> {
  const others = await database()
    .select({ calloutId: press.calloutId })
    .from(press)
    .where(
      and(
        eq(press.personId, personId),
        ne(press.id, id),
        isNull(press.withdrawRequestedAt),
        // A test is nobody's help against a real press.
        kind === 'real' ? eq(press.kind, 'real') : undefined,
        or(eq(press.calloutId, calloutId), and(eq(press.state, 'recorded'), isNotNull(press.lastAttemptAt))),
      ),
    );
  if (others.some((other) => other.calloutId === calloutId)) return 'has';
  return others.length > 0 ? 'may' : null;
}

/** Whose each of these callouts is, as far as we know them. */
export async function listOwners(calloutIds: readonly number[]): Promise<Map<number, string>> {
  if (calloutIds.length === 0) return new Map();
  const rows = await database()
    .select({ id: callout.id, personId: callout.personId })
    .from(callout)
    .where(inArray(callout.id, [...calloutIds]));
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
