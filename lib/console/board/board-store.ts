import 'server-only';
import { and, count, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { BoardFilter } from '#lib/callouts/schema.ts';
import { latestAcknowledgement } from '#lib/console/attention/store.ts';
import type { Lookup } from '#lib/customers/directory/model.ts';
import { matches, meantBy } from '#lib/customers/directory/store.ts';
import { database } from '#lib/db/database.ts';
import { calloutFact } from '#lib/db/following-tables.ts';
import { calloutPosition } from '#lib/db/position-tables.ts';
import { callout, person } from '#lib/db/tables.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { endOfDay, startOfDay } from '#lib/platform/zone.ts';

// The lists of callouts. Each scans one index until the page is full or the scan limit is reached.

/** Keyset pagination: the last row of the previous page. */
export type Cursor = { raisedAt: Date; id: number };

export type Wanted = {
  filter: BoardFilter;
  after: Cursor | null;
  /** Already listed above the page. */
  except: number | null;
  limit: number;
};

/** Scan limit per page for filters without an index. */
const SCAN_LIMIT = 5_000;
/** With more matching people a scan finds a page sooner. */
const MAX_PERSONS = 500;

/** Ids of open callouts: few, so unfiltered. */
export function openIdsQuery(
  { filter, after, except, limit }: Wanted,
  lookups: readonly Lookup[] | null,
): SQL {
  return sql`with ${callout} as materialized (
      select id, person_id, kind, stage, raised_at, closed_at from ${callout} where closed_at is null
    )
    select ${callout.id} from ${callout} ${ofPersons(lookups)}
    where ${all(ranged(filter, after), remaining(filter, except))}
    ${inOrder(filter)} limit ${limit}`;
}

/** Callouts of a few people, by an index in this order. */
export function byPersonsQuery({ filter, after, except, limit }: Wanted, personIds: readonly string[]): SQL {
  return sql`select found.id from unnest(${sql.param(personIds)}::text[]) as meant(id)
    cross join lateral (
      select ${callout.id}, ${callout.raisedAt} from ${callout}
      where ${all(sql`${callout.personId} = meant.id`, ranged(filter, after), remaining(filter, except))}
      ${inOrder(filter)} limit ${limit}
    ) as found
    order by found.raised_at ${direction(filter)}, found.id ${direction(filter)} limit ${limit}`;
}

/** All callouts in order, up to {@link SCAN_LIMIT} rows. */
export function walkQuery(wanted: Wanted, lookups: readonly Lookup[] | null): SQL {
  const { filter, except, limit } = wanted;
  return sql`select ${callout.id} from (${walk(wanted)} limit ${SCAN_LIMIT}) as callout ${ofPersons(lookups)}
    where ${all(remaining(filter, except))} ${inOrder(filter)} limit ${limit}`;
}

/** The last row within the scan limit. */
export function walkEndQuery(wanted: Wanted): SQL {
  return sql`select id, floor(extract(epoch from raised_at) * 1000) as at_ms from (${walk(wanted)} offset ${SCAN_LIMIT - 1} limit 1) as last`;
}

function walk({ filter, after }: Wanted): SQL {
  const { stage } = filter;
  const ofStage = stage && sql`${callout.stage} = ${stage}`;
  return sql`select id, person_id, kind, stage, raised_at, closed_at from ${callout}
    where ${all(ofStage, ranged(filter, after))} ${inOrder(filter)}`;
}

/** The part of the filter that is a range of the index. */
function ranged({ from, to, zone, order }: BoardFilter, after: Cursor | null): SQL | undefined {
  return and(
    from ? sql`${callout.raisedAt} >= ${startOfDay(from, zone).toISOString()}::timestamptz` : undefined,
    to ? sql`${callout.raisedAt} < ${endOfDay(to, zone).toISOString()}::timestamptz` : undefined,
    // Compare with the stored row if it exists: an instant in a URL is rounded.
    after
      ? sql`(${callout.raisedAt}, ${callout.id}) ${order === 'newest' ? sql`<` : sql`>`} (coalesce(
          (select c.raised_at from ${callout} c where c.id = ${after.id}::bigint),
          ${after.raisedAt.toISOString()}::timestamptz), ${after.id}::bigint)`
      : undefined,
  );
}

function remaining({ state, stage, kind }: BoardFilter, except: number | null): SQL | undefined {
  return and(
    state === 'open' ? sql`${callout.closedAt} is null` : undefined,
    state === 'closed' ? sql`${callout.closedAt} is not null` : undefined,
    stage ? sql`${callout.stage} = ${stage}` : undefined,
    kind ? sql`${callout.kind} = ${kind}` : undefined,
    except === null ? undefined : sql`${callout.id} <> ${except}::bigint`,
  );
}

/** `offset` keeps the planner from reading all people first. */
function ofPersons(lookups: readonly Lookup[] | null): SQL {
  if (lookups === null) return sql``;
  return sql`cross join lateral (
      select 1 from ${person} where ${person.id} = ${callout.personId} and (${anyOf(lookups)}) offset 0
    ) as meant`;
}

function anyOf(lookups: readonly Lookup[]): SQL {
  return lookups.length === 0 ? sql`false` : sql.join(lookups.map(matches), sql` or `);
}

function all(...conditions: (SQL | undefined)[]): SQL {
  return and(...conditions) ?? sql`true`;
}

function direction({ order }: BoardFilter): SQL {
  return order === 'newest' ? sql`desc` : sql`asc`;
}

function inOrder(filter: BoardFilter): SQL {
  return sql`order by ${callout.raisedAt} ${direction(filter)}, ${callout.id} ${direction(filter)}`;
}

/** People that match a search; null above {@link MAX_PERSONS}. */
export async function listMatchingPersons(lookups: readonly Lookup[]): Promise<string[] | null> {
  if (lookups.length === 0) return [];
  const each = lookups.map((lookup) => meantBy(lookup, MAX_PERSONS + 1));
  const { rows } = await database().execute<{ id: string }>(
    sql`select id from (${sql.join(each, sql` union `)}) as meant limit ${MAX_PERSONS + 1}`,
  );
  return rows.length > MAX_PERSONS ? null : rows.map(({ id }) => id);
}

export async function idsOf(query: SQL): Promise<number[]> {
  const { rows } = await database().execute<{ id: string }>(query);
  return rows.map(({ id }) => Number(id));
}

export async function cursorOf(query: SQL): Promise<Cursor | null> {
  const { rows } = await database().execute<{ id: string; at_ms: string }>(query);
  return rows[0] ? { id: Number(rows[0].id), raisedAt: new Date(Number(rows[0].at_ms)) } : null;
}

export async function findPassing(id: number, filter: BoardFilter): Promise<number[]> {
  return idsOf(
    sql`select ${callout.id} from ${callout}
      where ${all(sql`${callout.id} = ${id}::bigint`, ranged(filter, null), remaining(filter, null))}`,
  );
}

/** Counted once for all who wait: each list of a board asks for it. */
export function countOpen(): Promise<number> {
  const shared = processSingleton<{ counting: Promise<number> | null }>('open-count', () => ({
    counting: null,
  }));
  shared.counting ??= queryOpenCount().finally(() => {
    shared.counting = null;
  });
  return shared.counting;
}

async function queryOpenCount(): Promise<number> {
  const [row] = await database().select({ open: count() }).from(callout).where(isNull(callout.closedAt));
  return row?.open ?? 0;
}

/** The board's rows for these ids, in their order. */
export async function listRows(ids: readonly number[]) {
  if (ids.length === 0) return [];
  const reached = alias(calloutFact, 'reached');
  const last = database()
    .select({ at: calloutFact.at, source: calloutFact.source })
    .from(calloutFact)
    .where(eq(calloutFact.calloutId, callout.id))
    .orderBy(desc(calloutFact.id))
    .limit(1)
    .as('last');
  const taken = latestAcknowledgement();
  const rows = await database()
    .select({
      // Select single columns: whole rows are wide.
      callout: {
        id: callout.id,
        kind: callout.kind,
        stage: callout.stage,
        rawStatus: callout.rawStatus,
        raisedAt: callout.raisedAt,
        asOf: callout.asOf,
        askedAt: callout.askedAt,
        closedAt: callout.closedAt,
        duressAt: callout.duressAt,
        place: callout.place,
        fixedAt: callout.fixedAt,
      },
      incidents: callout.incidents,
      name: person.name,
      surname: person.surname,
      position: {
        place: calloutPosition.place,
        measuredAt: calloutPosition.measuredAt,
      },
      reachedAt: reached.at,
      lastAt: last.at,
      lastSource: last.source,
      takenBy: taken.by,
      takenAt: taken.at,
    })
    .from(callout)
    .innerJoin(person, eq(person.id, callout.personId))
    .leftJoin(calloutPosition, eq(calloutPosition.calloutId, callout.id))
    .leftJoin(reached, and(eq(reached.calloutId, callout.id), eq(reached.stage, callout.stage)))
    .leftJoinLateral(last, sql`true`)
    .leftJoinLateral(taken, sql`true`)
    .where(sql`${callout.id} = any(${sql.param(ids)}::bigint[])`);
  const byId = new Map(rows.map((row) => [row.callout.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
