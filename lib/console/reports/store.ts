import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { calloutFact, cancellation } from '#lib/db/following-tables.ts';
import { callout, press } from '#lib/db/tables.ts';
import { endOfDay, startOfDay } from '#lib/platform/zone.ts';
import {
  type CalloutFigures,
  type Range,
  type Spread,
  type TimedStage,
  type TypeFilter,
  timedStages,
} from './schema.ts';

/** Null in `period`: the whole range; undefined in `typeId`: all types. */
export type Key = { period: string | null; typeId: number | null | undefined };

/** Grouping sets: `page` by period, by type and in total; `file` by both. */
export type Sets = 'page' | 'file';

/** `starts`: the first day of each period, in order. */
export type Wanted = { range: Range; starts: readonly string[]; zone: string; type: TypeFilter; sets: Sets };

// Stands for the unknown type: AURA's ids begin with 1.
const UNKNOWN_TYPE = 0;

/** Callouts raised in the range, by the index on that instant. */
function chosen({ type, ...wanted }: Wanted): SQL {
  const ofType =
    type === undefined
      ? sql``
      : type === 'unknown'
        ? sql`and ${callout.responseTypeId} is null`
        : sql`and ${callout.responseTypeId} = ${type}`;
  return sql`select ${callout.id} as id, ${callout.kind} as kind, ${callout.verdict} as verdict,
      ${callout.raisedAt} as raised_at, coalesce(${callout.responseTypeId}, ${UNKNOWN_TYPE}::int) as type,
      ${periodOf(callout.raisedAt, wanted)} as period
    from ${callout} where ${within(callout.raisedAt, wanted)} ${ofType}`;
}

type Instant = typeof callout.raisedAt | typeof press.receivedAt;

type Days = Pick<Wanted, 'range' | 'starts' | 'zone'>;

/** The first day of the instant's period. The database may not know the browser's name of the zone, so it gets instants. */
function periodOf(instant: Instant, { starts, zone }: Days): SQL {
  const instants = starts.map((day) => startOfDay(day, zone).toISOString());
  return sql`(${sql.param(starts)}::text[])[width_bucket(${instant}, ${sql.param(instants)}::timestamptz[])]`;
}

function within(instant: Instant, { range: { from, to }, zone }: Days): SQL {
  return sql`${instant} >= ${startOfDay(from, zone).toISOString()}::timestamptz
    and ${instant} < ${endOfDay(to, zone).toISOString()}::timestamptz`;
}

const SETS: Record<Sets, SQL> = {
  page: sql`grouping sets ((), (period), (type))`,
  file: sql`grouping sets ((period), (period, type))`,
};

// `grouping` distinguishes a total from an unknown type.
const KEY = sql`period, case when grouping(type) = 0 then type end as type`;

const keyShape = { period: z.string().nullable(), type: z.coerce.number().nullable() };
const count = z.coerce.number().int();
const SHARES = sql`array[0.5, 0.9]`;

function keyOf({ period, type }: { period: string | null; type: number | null }): Key {
  return { period, typeId: type === null ? undefined : type === UNKNOWN_TYPE ? null : type };
}

function spreadOf(cases: number, spread: readonly number[] | null): Spread {
  return { cases, p50Ms: spread?.[0] ?? null, p90Ms: spread?.[1] ?? null };
}

const calloutRow = z.object({
  ...keyShape,
  real: count,
  test: count,
  genuine: count,
  false_alarm: count,
  by_person: count,
  by_operator: count,
  elsewhere: count,
  not_accepted: count,
  cases: z.array(count).length(timedStages.length),
  spreads: z.array(z.array(z.coerce.number()).nullable()).length(timedStages.length),
});

/** Stage times from the timeline, by the callout's id. */
const REACHED = sql.join(
  timedStages.map((stage) => sql`min(at) filter (where stage = ${stage})`),
  sql`, `,
);

/** Callouts raised in the range: counts, durations to each stage, who cancelled (first accepted request), verdicts. */
export async function countCallouts(wanted: Wanted): Promise<(Key & { callouts: CalloutFigures })[]> {
  const stages = timedStages.map((_, index) => sql`took_ms[${index + 1}::int]`);
  const { rows } = await database().execute(sql`with chosen as (${chosen(wanted)}), measured as (
      select period, type, kind = 'real' as is_real, verdict, reached.is_cancelled, asked.times, asked.accepted_by,
        (select array_agg(case when kind = 'real' and at is not null
            then greatest(0, floor(extract(epoch from at - chosen.raised_at) * 1000))::bigint end order by nth)
          from unnest(reached.instants) with ordinality as stage (at, nth)) as took_ms
      from chosen
      cross join lateral (
        select array[${REACHED}] as instants, coalesce(bool_or(stage = 'cancelled'), false) as is_cancelled
        from ${calloutFact} where callout_id = chosen.id
      ) as reached
      cross join lateral (
        select count(*) as times,
          (array_agg(by order by asked_at) filter (where state = 'accepted'))[1] as accepted_by
        from ${cancellation} where callout_id = chosen.id
      ) as asked
    )
    select ${KEY}, count(*) filter (where is_real) as real, count(*) filter (where not is_real) as test,
      count(*) filter (where is_real and verdict = 'genuine') as genuine,
      count(*) filter (where is_real and verdict = 'false_alarm') as false_alarm,
      count(*) filter (where is_real and accepted_by = 'person') as by_person,
      count(*) filter (where is_real and accepted_by = 'operator') as by_operator,
      count(*) filter (where is_real and accepted_by is null and is_cancelled) as elsewhere,
      count(*) filter (where is_real and accepted_by is null and not is_cancelled and times > 0) as not_accepted,
      array[${sql.join(
        stages.map((took) => sql`count(${took})`),
        sql`, `,
      )}] as cases,
      jsonb_build_array(${sql.join(
        stages.map((took) => sql`percentile_disc(${SHARES}) within group (order by ${took})`),
        sql`, `,
      )}) as spreads
    from measured group by ${SETS[wanted.sets]}`);
  return z.array(calloutRow).parse(rows).map(toFigures);
}

function toFigures(row: z.output<typeof calloutRow>): Key & { callouts: CalloutFigures } {
  const { real, test, genuine, false_alarm: falseAlarm } = row;
  const spread = (stage: TimedStage) => {
    const index = timedStages.indexOf(stage);
    return spreadOf(row.cases[index] ?? 0, row.spreads[index] ?? null);
  };
  const callouts = {
    real,
    test,
    stages: {
      owned: spread('owned'),
      dispatched: spread('dispatched'),
      arrived: spread('arrived'),
      completed: spread('completed'),
      closed: spread('closed'),
    },
    cancelled: {
      byPerson: row.by_person,
      byOperator: row.by_operator,
      elsewhere: row.elsewhere,
      notAccepted: row.not_accepted,
    },
    verdicts: { genuine, falseAlarm, unmarked: real - genuine - falseAlarm },
  };
  return { ...keyOf(row), callouts };
}

const pressRow = z.object({
  period: z.string().nullable(),
  cases: count,
  spread: z.array(z.coerce.number()).nullable(),
  test: count,
  delivered: count,
  rejected: count,
  expired: count,
  withdrawn: count,
  recorded: count,
  precise: count,
});

/** EENA asks for this of 80 % of calls. */
const PRECISE_M = 50;

/** Presses received in the range by state, of all types. */
export async function countPresses(days: Days) {
  const real = (state: string) => sql`count(*) filter (where kind = 'real' and state = ${state})`;
  const { rows } = await database().execute(sql`with chosen as (
      select ${press.kind} as kind, ${press.state} as state,
        ${press.accuracyM} <= ${PRECISE_M} and ${press.fixSource} in ('live', 'recent') as is_precise, ${periodOf(press.receivedAt, days)} as period,
        greatest(0, floor(extract(epoch from ${press.settledAt} - coalesce(${press.sendsAt}, ${press.receivedAt})) * 1000))::bigint as took_ms
      from ${press} where ${within(press.receivedAt, days)}
    )
    select period, count(*) filter (where kind = 'test') as test, ${real('delivered')} as delivered,
      ${real('rejected')} as rejected, ${real('expired')} as expired, ${real('withdrawn')} as withdrawn,
      count(*) filter (where kind = 'real' and is_precise) as precise,
      ${real('recorded')} as recorded, ${real('delivered')} as cases,
      percentile_disc(${SHARES}) within group (order by took_ms)
        filter (where kind = 'real' and state = 'delivered') as spread
    from chosen group by grouping sets ((), (period))`);
  return z
    .array(pressRow)
    .parse(rows)
    .map(({ period, test, cases, spread, precise, ...states }) => ({
      period,
      presses: { test, states, precise, toAura: spreadOf(cases, spread) },
    }));
}
