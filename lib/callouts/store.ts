import 'server-only';
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Callout, type CalloutDetail, type Incident, incidentSchema } from '#lib/callouts/answers.ts';
import { laterStage, stageOfStatus } from '#lib/callouts/model.ts';
import { type Database, database, type Transaction, transaction } from '#lib/db/database.ts';
import { calloutFact } from '#lib/db/following-tables.ts';
import { placeColumns } from '#lib/db/sealed-place.ts';
import { callout, person } from '#lib/db/tables.ts';
import { type KeptPlace, partsOf } from '#lib/geo/kept-place.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { announce } from '#lib/live/announce.ts';
import { announceChange } from '#lib/live/changes.ts';
import { now } from '#lib/platform/clock.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';
import { insertNotices, isPushed } from '#lib/push/records.ts';
import type { FactSource, Kind, Verdict } from '#lib/vocabulary.ts';

type CalloutRow = typeof callout.$inferSelect;
type Connection = Database | Transaction;

export type CreatedCallout = {
  calloutId: number;
  personId: string;
  kind: Kind;
  rawStatus: string | null;
  /** Set when AURA confirmed a cancellation, whatever its text says. */
  stage?: 'cancelled';
  trackingUrl: string | null;
  responseTypeId: number | null;
  fix: (KeptPlace & Pick<CalloutRow, 'fixedAt' | 'fixSource'>) | null;
  at: Date;
};

/** Stores the callout of a press with its first fact. Of a known one, only fills in what is missing. */
export async function recordCallout(connection: Connection, created: CreatedCallout): Promise<void> {
  const { kept, fact } = recordingOf(created, sql`true`);
  await connection.with(kept, fact).select().from(kept);
  const { calloutId, personId } = created;
  await announce(connection, { changes: [{ about: 'callout', calloutId, personId }], topics: ['callout'] });
}

/**
 * {@link recordCallout} as parts of a larger statement, so that settling a press and storing its callout is atomic.
 * Announces nothing.
 */
export function recordingOf(created: CreatedCallout, onlyIf: SQL) {
  const { calloutId, personId, kind, rawStatus, trackingUrl, responseTypeId, fix, at } = created;
  const stage = created.stage ?? stageOfStatus(rawStatus) ?? 'raised';
  const ending = created.stage
    ? sql`stage = case when callout.stage = 'closed' then 'closed' else 'cancelled' end, moved_at = excluded.moved_at,`
    : sql``;
  const isNews = created.stage
    ? sql`is_new or not exists (select from callout_fact where callout_id = ${calloutId} and stage = ${stage})`
    : sql`is_new`;
  const instant = (when: Date | null | undefined) => sql`${when?.toISOString() ?? null}::timestamptz`;
  const placed = placeColumns(fix ?? {});
  const sealed = trackingUrl && seal(seals.trackingUrl, trackingUrl);
  const kept = database()
    .$with('kept', { isNew: sql<boolean>`is_new`.as('is_new') })
    .as(sql`insert into callout (id, person_id, kind, stage, raw_status, tracking_url_sealed,
        place, cell, accuracy_m, fixed_at, fix_source, raised_at, as_of, asked_at, moved_at,
        response_type_id)
      select ${calloutId}::bigint, ${personId}::text, ${kind}::text, ${stage}::text, ${rawStatus}::text, ${sealed}::text,
        ${sql.param(placed.place, callout.place)}::text, ${placed.cell}::text, ${placed.accuracyM}::float8,
        ${instant(fix?.fixedAt)}, ${fix?.fixSource ?? null}::text, said.at, said.at, said.at, said.at,
        ${responseTypeId}::int
      from (select ${instant(at)} as at) as said where ${onlyIf}
      on conflict (id) do update set ${ending}
        tracking_url_sealed = coalesce(callout.tracking_url_sealed, excluded.tracking_url_sealed),
        place = coalesce(callout.place, excluded.place),
        cell = case when callout.place is null then excluded.cell else callout.cell end,
        accuracy_m = coalesce(callout.accuracy_m, excluded.accuracy_m),
        fixed_at = coalesce(callout.fixed_at, excluded.fixed_at),
        fix_source = coalesce(callout.fix_source, excluded.fix_source),
        response_type_id = coalesce(callout.response_type_id, excluded.response_type_id)
      returning xmax = 0 as is_new`);
  const fact = database()
    .$with('fact', {})
    .as(sql`insert into callout_fact (callout_id, at, stage, event, source)
      select ${calloutId}::bigint, ${instant(at)}, ${stage}::text, ${rawStatus}::text, 'press' from kept where ${isNews}`);
  return { kept, fact };
}

/** The hosted tracking page: a bearer secret, for its owner and operators. */
export function trackingUrlOf(row: CalloutRow): string | null {
  return row.trackingUrlSealed && unseal(seals.trackingUrl, row.trackingUrlSealed);
}

export async function findCallout(id: number): Promise<CalloutRow | null> {
  const [row] = await database().select().from(callout).where(eq(callout.id, id));
  return row ?? null;
}

/** A person's open callouts, newest first. */
export async function listOpenOf(
  personId: string,
): Promise<(Pick<CalloutRow, 'kind' | 'stage'> & { calloutId: number })[]> {
  return database()
    .select({ calloutId: callout.id, kind: callout.kind, stage: callout.stage })
    .from(callout)
    .where(and(eq(callout.personId, personId), isNull(callout.closedAt)))
    .orderBy(desc(callout.raisedAt));
}

export async function listKnownIds(ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await database()
    .select({ id: callout.id })
    .from(callout)
    .where(inArray(callout.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** Those that AURA has not reported since the given instant. */
export async function listStale<Wanted extends { calloutId: number; since: Date }>(
  wanted: readonly Wanted[],
): Promise<Wanted[]> {
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ calloutId }) => calloutId);
  const rows = await database()
    .select({ id: callout.id, asOf: callout.asOf })
    .from(callout)
    .where(and(inArray(callout.id, ids), isNull(callout.closedAt)));
  const asOf = new Map(rows.map((row) => [row.id, row.asOf]));
  return wanted.filter(({ calloutId, since }) => (asOf.get(calloutId) ?? since) < since);
}

export async function findCalloutWithPerson(id: number) {
  const [row] = await database()
    .select({ callout, person })
    .from(callout)
    .innerJoin(person, eq(person.id, callout.personId))
    .where(eq(callout.id, id));
  return row ?? null;
}

export async function listFacts(calloutId: number) {
  return database()
    .select()
    .from(calloutFact)
    .where(eq(calloutFact.calloutId, calloutId))
    .orderBy(asc(calloutFact.id));
}

/** Records that AURA accepted a cancellation, which its status text may not show. */
export async function markCancelled(id: number, source: FactSource, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const [current] = await tx.select().from(callout).where(eq(callout.id, id)).for('update');
    if (!current || laterStage(current.stage, 'cancelled') === current.stage) return;
    await tx.update(callout).set({ stage: 'cancelled', movedAt: now() }).where(eq(callout.id, id));
    await tx.insert(calloutFact).values({ calloutId: id, at, stage: 'cancelled', event: null, source });
    const { personId } = current;
    if (isPushed(current.stage, 'cancelled')) {
      await insertNotices(tx, { about: 'stage', stage: 'cancelled', calloutId: id, personId });
    }
    await announceChange(tx, { about: 'callout', calloutId: id, personId });
  });
}

/** Marks suspected duress; the first time counts. */
export async function markDuress(id: number, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const [marked] = await tx
      .update(callout)
      .set({ duressAt: sql`coalesce(${callout.duressAt}, ${at.toISOString()}::timestamptz)` })
      .where(eq(callout.id, id))
      .returning({ personId: callout.personId });
    if (marked) await announceChange(tx, { about: 'callout', calloutId: id, personId: marked.personId });
  });
}

type Marking = { calloutId: number; operatorId: string; verdict: Verdict | null; at: Date };

/** Stores an operator's verdict with its audit entry. */
export async function markVerdict(
  actor: Actor,
  { calloutId, operatorId, verdict, at }: Marking,
): Promise<void> {
  await transaction(async (tx) => {
    const [marked] = await tx
      .update(callout)
      .set({ verdict, verdictAt: verdict && at, verdictBy: verdict && operatorId })
      .where(eq(callout.id, calloutId))
      .returning({ personId: callout.personId });
    if (!marked) return;
    const entry = { action: 'callout.set_verdict', subject: String(calloutId), detail: verdict ?? 'none' };
    await audit(actor, entry, tx);
    await announceChange(tx, { about: 'callout', calloutId, personId: marked.personId });
  });
}

/** A row as its owner may see it. */
export function toCallout(
  row: CalloutRow,
  facts: Awaited<ReturnType<typeof listFacts>>,
): Omit<Callout, 'following'> {
  return {
    ...outline(row),
    closeReportedAt: row.closedAt === null ? (row.closeNamedAt?.toISOString() ?? null) : null,
    servedAt: now().toISOString(),
    safeAskedAt: null,
    timeline: facts.map(({ at, stage, event, source }) => ({ at: at.toISOString(), stage, event, source })),
  };
}

/** The fields that every view of a callout has. */
export function outline(
  row: Pick<CalloutRow, 'id' | 'kind' | 'stage' | 'rawStatus' | 'raisedAt' | 'asOf' | 'askedAt' | 'closedAt'>,
): Omit<Callout, 'timeline' | 'servedAt' | 'following' | 'safeAskedAt' | 'closeReportedAt'> {
  return {
    calloutId: row.id,
    kind: row.kind,
    stage: row.stage,
    rawStatus: row.rawStatus,
    raisedAt: row.raisedAt.toISOString(),
    asOf: row.asOf.toISOString(),
    askedAt: row.askedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

/** The position that the callout was raised with. */
export function fixOf(row: CalloutRow): CalloutDetail['fix'] {
  const { fixedAt, fixSource } = row;
  const { latitude, longitude, accuracyM } = partsOf(row.place);
  if (latitude === null || longitude === null) return null;
  return {
    latitude,
    longitude,
    accuracy: accuracyM,
    fixedAt: fixedAt?.toISOString() ?? null,
    source: fixSource,
  };
}

/** May be stored by an earlier build: unreadable entries are dropped. */
export function incidentsOf(row: Pick<CalloutRow, 'incidents'>): Incident[] {
  const parsed = z.array(incidentSchema).safeParse(row.incidents);
  return parsed.success ? parsed.data : [];
}

/** AURA's address text; null where there is none. */
export function addressIn(row: Pick<CalloutRow, 'incidents'>): string | null {
  return incidentsOf(row).find(({ address }) => address)?.address ?? null;
}
