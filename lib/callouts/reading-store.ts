import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Incident } from '#lib/callouts/answers.ts';
import { type Evidence, evidenceOfClose, type Others } from '#lib/callouts/close-model.ts';
import { isResponse, mergeReading, passedThrough, stageOfStatus, stageRead } from '#lib/callouts/model.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { calloutFact } from '#lib/db/following-tables.ts';
import { calloutPosition } from '#lib/db/position-tables.ts';
import { callout } from '#lib/db/tables.ts';
import { announceChange } from '#lib/live/changes.ts';
import { now } from '#lib/platform/clock.ts';
import { insertNotices, isPushed } from '#lib/push/records.ts';
import type { FactSource, Stage } from '#lib/vocabulary.ts';

// Applies AURA's answers to the stored callout.

type CalloutRow = typeof callout.$inferSelect;

export type Reading = {
  rawStatus: string | null;
  /** Null from the list, which has none. */
  incidents: Incident[] | null;
};

/** Signals besides AURA's answer. */
type Signals = {
  /** Stages named by events, and when the newest of these events came. */
  named?: readonly Stage[];
  since?: Date;
  /** AURA accepted no more positions (status 285): closed, whatever the answer says. */
  isRefused?: boolean;
};

/** Shown beside *Closed* in the timeline where AURA's text does not say it. */
const EVIDENCE_WORDS: Record<Exclude<Evidence, 'words'>, string> = {
  status_285: 'AURA takes no more positions for it',
  event: 'AURA sent the event of its close',
  missing: 'AURA has no such callout any more',
  left_list: 'No longer among AURA’s active callouts',
};

/** A single read got no answer. */
export async function markAsked(id: number, at: Date): Promise<void> {
  await database().update(callout).set({ askedAt: at, detailAt: at }).where(eq(callout.id, id));
}

/** An event named the close. The first one counts. */
export async function recordNamedClose(id: number, at: Date): Promise<void> {
  await database()
    .update(callout)
    .set({ closeNamedAt: at })
    .where(and(eq(callout.id, id), isNull(callout.closedAt), isNull(callout.closeNamedAt)));
}

/**
 * Stores AURA's answer to a read at `at`; null without an answer but with other signals. Readings of one callout are
 * serialized by a row lock, a stage only moves forward, and only new facts are added.
 */
export async function applyReading(
  id: number,
  reading: Reading | 'missing' | null,
  signals: Signals,
  source: FactSource,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const [current] = await tx.select().from(callout).where(eq(callout.id, id)).for('update');
    if (!current || current.closedAt) return;
    const evidence = signals.isRefused ? 'status_285' : await evidenceIn(tx, current, reading, at);
    const answer = typeof reading === 'object' ? reading : null;
    const named = signals.named ?? [];
    const seen = evidence ? 'closed' : stageRead(answer?.rawStatus ?? null, named);
    const next = mergeReading(current, { stage: seen, rawStatus: answer?.rawStatus ?? null }, at);
    const isAnswered = answer !== null || signals.isRefused;
    const isNews = next.stage !== current.stage || next.rawStatus !== current.rawStatus;
    const facts = factsOf(current, next, signals, evidence);
    const added = await addFacts(
      tx,
      facts.map((fact) => ({ calloutId: id, at, source, ...fact })),
    );
    await tx
      .update(callout)
      .set({
        stage: next.stage,
        rawStatus: next.rawStatus,
        ...(isAnswered ? { asOf: next.asOf } : {}),
        ...asked(current, reading, at),
        ...(isNews || added ? { movedAt: now() } : {}),
        ...(next.stage === 'closed' ? { closedAt: at } : {}),
      })
      .where(eq(callout.id, id));
    const { personId } = current;
    if (isPushed(current.stage, next.stage)) {
      await insertNotices(tx, { about: 'stage', stage: next.stage, calloutId: id, personId });
    }
    const isMinor = !isNews && !added;
    await announceChange(tx, { about: 'callout', calloutId: id, personId, isMinor });
  });
}

/** When it was last read singly, and the result. */
function asked(current: CalloutRow, reading: Reading | 'missing' | null, at: Date) {
  const askedAt = at > current.askedAt ? at : current.askedAt;
  if (reading === null) return { askedAt, detailAt: at };
  if (reading === 'missing') return { askedAt, detailAt: at, missingSince: current.missingSince ?? at };
  if (reading.incidents === null) return { askedAt };
  const isNewest = current.readAt === null || at >= current.readAt;
  return {
    askedAt,
    detailAt: at,
    missingSince: null,
    ...(isNewest ? { incidents: reading.incidents, readAt: at } : {}),
  };
}

type Fact = { stage: Stage | null; event: string | null };

function factsOf(
  current: CalloutRow,
  next: Pick<CalloutRow, 'stage' | 'rawStatus'>,
  { named = [], since }: Signals,
  evidence: Evidence | null,
): Fact[] {
  const words = next.rawStatus === current.rawStatus ? null : next.rawStatus;
  const hasMoved = next.stage !== current.stage;
  const through = hasMoved ? passedThrough(current.stage, next.stage, named) : [];
  // A response that an event reports after the cancellation is new, although no stage goes back.
  const isSince = current.stage === 'cancelled' && since !== undefined && since > (current.movedAt ?? since);
  const afterAll = isSince ? named.filter(isResponse) : [];
  const inPassing = [...through, ...afterAll].map((stage) => ({ stage, event: null }));
  const event = evidence && evidence !== 'words' && !isClosing(words) ? EVIDENCE_WORDS[evidence] : words;
  if (hasMoved) return [...inPassing, { stage: next.stage, event }];
  return words === null ? inPassing : [...inPassing, { stage: null, event: words }];
}

function isClosing(words: string | null): boolean {
  return stageOfStatus(words) === 'closed';
}

// Each stage is added to the timeline once.
async function addFacts(tx: Transaction, facts: (typeof calloutFact.$inferInsert)[]): Promise<boolean> {
  if (facts.length === 0) return false;
  const added = await tx
    .insert(calloutFact)
    .values(facts)
    .onConflictDoNothing()
    .returning({ id: calloutFact.id });
  return added.length > 0;
}

async function evidenceIn(
  tx: Transaction,
  current: CalloutRow,
  reading: Reading | 'missing' | null,
  at: Date,
): Promise<Evidence | null> {
  if (reading === null) return null;
  // A callout on the list is closed by its text only.
  if (reading !== 'missing' && reading.incidents === null)
    return isClosing(reading.rawStatus) ? 'words' : null;
  const answer =
    reading === 'missing'
      ? { kind: 'missing' as const }
      : { kind: 'read' as const, rawStatus: reading.rawStatus };
  const { unlistedSince, missingSince, closeNamedAt } = current;
  const isSuspected = unlistedSince !== null || missingSince !== null || closeNamedAt !== null;
  const [others, positionAt] = isSuspected
    ? [await othersOf(tx, current), await positionAtAura(tx, current.id)]
    : [NO_OTHERS, null];
  return evidenceOfClose({ ...current, positionAt }, answer, others, at);
}

const NO_OTHERS: Others = { shownSince: 0, missing: 0, listedSince: 0, leftTogether: 0, isReplaced: false };

async function othersOf(tx: Transaction, current: CalloutRow): Promise<Others> {
  const { id, personId, raisedAt, missingSince, unlistedSince } = current;
  const instant = (when: Date | null) => sql`${when?.toISOString() ?? null}::timestamptz`;
  const wasListed = sql`listed_status is not null`;
  const { rows } = await tx.execute<Others>(sql`
    select
      (count(*) filter (where missing_since is null and as_of >= ${instant(missingSince)}))::int as "shownSince",
      (count(*) filter (where missing_since is not null))::int as missing,
      (count(*) filter (where ${wasListed}
        and (unlisted_since is null or unlisted_since > ${instant(unlistedSince)})))::int as "listedSince",
      (count(*) filter (where ${wasListed} and unlisted_since = ${instant(unlistedSince)}))::int as "leftTogether",
      coalesce(bool_or(${wasListed} and unlisted_since is null
        and person_id = ${personId} and raised_at > ${instant(raisedAt)}), false) as "isReplaced"
    from callout where closed_at is null and id <> ${id}`);
  return rows[0] ?? NO_OTHERS;
}

async function positionAtAura(tx: Transaction, calloutId: number): Promise<Date | null> {
  const [row] = await tx
    .select({ at: calloutPosition.atAuraMeasuredAt })
    .from(calloutPosition)
    .where(eq(calloutPosition.calloutId, calloutId));
  return row?.at ?? null;
}
