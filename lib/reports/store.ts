import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#lib/platform/db/database.ts';
import { calloutFact, cancellation } from '#lib/platform/db/following-tables.ts';
import { callout, press } from '#lib/platform/db/tables.ts';
import { type Range, type Step, type TypeFilter, timedStages } from '#lib/reports/schema.ts';

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
const spreadShape = { cases: count, spread: z.array(z.coerce.number()).nullable() };
const SHARES = sql`array[0.5, 0.9]`;

function keyOf({ period, type }: { period: string | null; type: number | null }): Key {
  return { period, typeId: type === null ? undefined : type === UNKNOWN_TYPE ? null : type };
}

function spreadOf({ cases, spread }: { cases: number; spread: number[] | null }) {
  return { cases, p50Ms: spread?.[0] ?? null, p90Ms: spread?.[1] ?? null };
}

const volumeRow = z.object({ ...keyShape, real: count, test: count, genuine: count, false_alarm: count });

/** How many callouts were raised, and what operators made of them. */
export async function countCallouts(wanted: Wanted) {
  const { rows } = await database().execute(sql`with chosen as (${chosen(wanted)})
    select ${KEY}, count(*) filter (where kind = 'real') as real, count(*) filter (where kind = 'test') as test,
      count(*) filter (where kind = 'real' and verdict = 'genuine') as genuine,
      count(*) filter (where kind = 'real' and verdict = 'false_alarm') as false_alarm
    from chosen group by ${SETS[wanted.sets]}`);
  return z
    .array(volumeRow)
    .parse(rows)
    .map(({ real, test, genuine, false_alarm: falseAlarm, ...key }) => ({
      ...keyOf(key),
      real,
      test,
      verdicts: { genuine, falseAlarm, unmarked: real - genuine - falseAlarm },
    }));
}

const stageRow = z.object({ ...keyShape, ...spreadShape, stage: z.enum(timedStages) });

/** How long real callouts took to each stage that was seen. Times that were measured, none in between. */
export async function timeStages(wanted: Wanted) {
  const stages = sql.join(
    timedStages.map((stage) => sql`${stage}`),
    sql`, `,
  );
  const { rows } = await database().execute(sql`with chosen as (${chosen(wanted)})
    select ${KEY}, stage, count(*) as cases, percentile_disc(${SHARES}) within group (order by took_ms) as spread
    from (
      select period, type, fact.stage,
        greatest(0, floor(extract(epoch from fact.at - chosen.raised_at) * 1000))::bigint as took_ms
      from chosen join ${calloutFact} as fact on fact.callout_id = chosen.id
      where chosen.kind = 'real' and fact.stage in (${stages})
    ) as timed
    group by stage, ${SETS[wanted.sets]}`);
  return z
    .array(stageRow)
    .parse(rows)
    .map(({ stage, cases, spread, ...key }) => ({
      ...keyOf(key),
      stage,
      spread: spreadOf({ cases, spread }),
    }));
}

const cancelledRow = z.object({
  ...keyShape,
  by_person: count,
  by_operator: count,
  elsewhere: count,
  not_accepted: count,
});

/** Who called real callouts off: whose asking AURA accepted first, or nobody's of ours. */
export async function countCancelled(wanted: Wanted) {
  const { rows } = await database().execute(sql`with chosen as (${chosen(wanted)})
    select ${KEY},
      count(*) filter (where accepted_by = 'person') as by_person,
      count(*) filter (where accepted_by = 'operator') as by_operator,
      count(*) filter (where accepted_by is null and is_cancelled) as elsewhere,
      count(*) filter (where accepted_by is null and not is_cancelled and is_asked) as not_accepted
    from (
      select period, type, asked.accepted_by, asked.times > 0 as is_asked,
        exists (select from ${calloutFact} as fact
          where fact.callout_id = chosen.id and fact.stage = 'cancelled') as is_cancelled
      from chosen cross join lateral (
        select count(*) as times,
          (array_agg(by order by asked_at) filter (where state = 'accepted'))[1] as accepted_by
        from ${cancellation} where callout_id = chosen.id
      ) as asked
      where chosen.kind = 'real'
    ) as called
    group by ${SETS[wanted.sets]}`);
  return z
    .array(cancelledRow)
    .parse(rows)
    .map(({ by_person, by_operator, elsewhere, not_accepted, ...key }) => ({
      ...keyOf(key),
      cancelled: {
        byPerson: by_person,
        byOperator: by_operator,
        elsewhere,
        notAccepted: not_accepted,
      },
    }));
}

const pressRow = z.object({
  period: z.string().nullable(),
  ...spreadShape,
  test: count,
  delivered: count,
  rejected: count,
  expired: count,
  withdrawn: count,
  recorded: count,
});

/**
 * What became of the presses that we got in the range, of whatever type: a press has none before AURA has it.
 */
export async function countPresses({ range, by }: Pick<Wanted, 'range' | 'by'>) {
  const real = (state: string) => sql`count(*) filter (where kind = 'real' and state = ${state})`;
  const { rows } = await database().execute(sql`with chosen as (
      select ${press.kind} as kind, ${press.state} as state, ${periodOf(press.receivedAt, by)} as period,
        greatest(0, floor(extract(epoch from ${press.settledAt} - ${press.receivedAt}) * 1000))::bigint as took_ms
      from ${press} where ${within(press.receivedAt, range)}
    )
    select period, count(*) filter (where kind = 'test') as test, ${real('delivered')} as delivered,
      ${real('rejected')} as rejected, ${real('expired')} as expired, ${real('withdrawn')} as withdrawn,
      ${real('recorded')} as recorded, ${real('delivered')} as cases,
      percentile_disc(${SHARES}) within group (order by took_ms)
        filter (where kind = 'real' and state = 'delivered') as spread
    from chosen group by grouping sets ((), (period))`);
  return z
    .array(pressRow)
    .parse(rows)
    .map(({ period, test, cases, spread, ...states }) => ({
      period,
      presses: { test, states, toAura: spreadOf({ cases, spread }) },
    }));
}
