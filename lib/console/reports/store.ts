import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { calloutFact, cancellation } from '#lib/db/following-tables.ts';
import { callout, press } from '#lib/db/tables.ts';
import {
  type CalloutFigures,
  type Range,
  type Spread,
  type Step,
  type TimedStage,
  type TypeFilter,
  timedStages,
} from './schema.ts';

/** What a row of figures is about. Null in `period`: the whole range; undefined in `typeId`: all types. */
export type Key = { period: string | null; typeId: number | null | undefined };

/**
 * By which of period and type figures are wanted: for a page each by itself and the whole, for a file one within the other.
 */
export type Sets = 'page' | 'file';

export type Wanted = { range: Range; by: Step; type: TypeFilter; sets: Sets };

// In the place of an id where none is known: AURA's begin with 1.
const UNKNOWN_TYPE = 0;

/** The callouts that were raised in the range, found by the index on that instant. */
function chosen({ range, by, type }: Wanted): SQL {
  const ofType =
    type === undefined
      ? sql``
      : type === 'unknown'
        ? sql`and ${callout.responseTypeId} is null`
        : sql`and ${callout.responseTypeId} = ${type}`;
  return sql`select ${callout.id} as id, ${callout.kind} as kind, ${callout.verdict} as verdict,
      ${callout.raisedAt} as raised_at, coalesce(${callout.responseTypeId}, ${UNKNOWN_TYPE}::int) as type,
      ${periodOf(callout.raisedAt, by)} as period
    from ${callout} where ${within(callout.raisedAt, range)} ${ofType}`;
}

type Instant = typeof callout.raisedAt | typeof press.receivedAt;

function periodOf(instant: Instant, by: Step): SQL {
  return sql`to_char(date_trunc(${by}, ${instant}, 'UTC') at time zone 'UTC', 'YYYY-MM-DD')`;
}

function within(instant: Instant, { from, to }: Range): SQL {
  return sql`${instant} >= ${from}::timestamp at time zone 'UTC'
    and ${instant} < (${to}::timestamp + interval '1 day') at time zone 'UTC'`;
}

const SETS: Record<Sets, SQL> = {
  page: sql`grouping sets ((), (period), (type))`,
  file: sql`grouping sets ((period), (period, type))`,
};

// Which of the two a row is about: what it is not about is null in it, as an unknown type would be.
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

/** When each stage was reached; every callout's facts lie together, and are found by its id. */
const REACHED = sql.join(
  timedStages.map((stage) => sql`min(at) filter (where stage = ${stage})`),
  sql`, `,
);

/**
 * Callouts that were raised in the range: how many, how long real ones took to each stage that was seen, who called
 * them off (whose asking AURA accepted first, or nobody's of ours), and what operators made of them. One look at each.
 */
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

/**
 * What became of the presses that we got in the range, of whatever type: a press has none before AURA has it.
 */
export async function countPresses({ range, by }: Pick<Wanted, 'range' | 'by'>) {
  const real = (state: string) => sql`count(*) filter (where kind = 'real' and state = ${state})`;
  const { rows } = await database().execute(sql`with chosen as (
      select ${press.kind} as kind, ${press.state} as state,
        ${press.accuracyM} <= ${PRECISE_M} and ${press.fixSource} in ('live', 'recent') as is_precise, ${periodOf(press.receivedAt, by)} as period,
        greatest(0, floor(extract(epoch from ${press.settledAt} - coalesce(${press.sendsAt}, ${press.receivedAt})) * 1000))::bigint as took_ms
      from ${press} where ${within(press.receivedAt, range)}
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
