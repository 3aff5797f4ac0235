import type { Client } from 'pg';
import type { Random } from '../chaos/random.ts';
import { chance } from './draw.ts';
import { insertRows } from './insert.ts';
import { fixes, type RowOf } from './shapes.ts';

/** A trail of fixes from a starting point. */
export type Trail = {
  readonly calloutId: number;
  readonly fixes: number;
  readonly from: number;
  readonly stepS: number;
  readonly latitude: number;
  readonly longitude: number;
  /** Degrees per second. */
  readonly north: number;
  readonly east: number;
};

/** Distributes exactly `fixes` over the callouts, with variation. */
export function sharesOf(random: Random, fixes: number, callouts: number): () => number {
  let [left, takers] = [fixes, callouts];
  return () => {
    const share = takers <= 1 ? left : Math.round(random.between(0.2, 1.8) * (left / takers));
    const given = Math.min(left, share);
    left -= given;
    takers -= 1;
    return given;
  };
}

type From = {
  calloutId: number;
  fixes: number;
  from: number;
  to: number;
  latitude: number;
  longitude: number;
};

export function drawTrail(random: Random, { calloutId, fixes, from, to, latitude, longitude }: From): Trail {
  const stepS = Math.max(1, Math.min(20, Math.floor((to - from) / 1_000 / Math.max(1, fixes))));
  // Most stay in place; a tenth drive.
  const speed = chance(random, 0.6) ? 0 : chance(random, 0.25) ? 0.000_12 : 0.000_012;
  const heading = random.between(0, 2 * Math.PI);
  return {
    calloutId,
    fixes,
    from,
    stepS,
    latitude,
    longitude,
    north: speed * Math.cos(heading),
    east: speed * Math.sin(heading),
  };
}

// Noise is a hash of callout and index, so that trails are reproducible.
const DRAWN = `select callout_id, at, at + (300 + noise % 1500) * interval '1 ms' as received_at,
    latitude + north * step_s * n + ((noise % 1000) - 500) * 2e-8 as latitude,
    longitude + east * step_s * n + ((noise / 1000 % 1000) - 500) * 2e-8 as longitude,
    4 + noise % 36 as accuracy_m, case when noise % 97 = 0 then 'jump' when noise % 331 = 0 then 'old' end as doubt
  from unnest($1::bigint[], $2::int[], $3::timestamptz[], $4::int[], $5::float8[], $6::float8[], $7::float8[], $8::float8[])
    as trail (callout_id, fixes, started, step_s, latitude, longitude, north, east)
  cross join generate_series(1, fixes) as n
  cross join lateral (select started + n * step_s * interval '1 second' as at,
    abs(hashint8extended(callout_id * 100003 + n, 7) % 1000000000) as noise) as drawn`;

const POSITIONS = `insert into callout_position (callout_id, device, heard_at, place,
    measured_at, due_at, at_aura_measured_at, minute_from, minute_fixes)
  select distinct on (callout_id) callout_id, device, received_at, place,
    measured_at, received_at, measured_at, received_at, 1
  from callout_fix where callout_id = any($1::bigint[]) and doubt is null
  order by callout_id, measured_at desc`;

type Drawn = {
  callout_id: string;
  at: Date;
  received_at: Date;
  latitude: number;
  longitude: number;
  accuracy_m: string;
  doubt: string | null;
};

function asFixRow(drawn: Drawn): RowOf<typeof fixes> {
  const { callout_id, at, received_at, latitude, longitude, accuracy_m, doubt } = drawn;
  const place = { latitude, longitude, accuracyM: Number(accuracy_m) };
  return { callout_id, fixed_at: at, measured_at: at, received_at, place, device: 'demo', doubt };
}

export async function insertTrails(database: Client, trails: readonly Trail[]): Promise<void> {
  const wanted = trails.filter(({ fixes }) => fixes > 0);
  const ids = wanted.map(({ calloutId }) => calloutId);
  const { rows } = await database.query<Drawn>(DRAWN, [
    ids,
    wanted.map(({ fixes }) => fixes),
    wanted.map(({ from }) => new Date(from)),
    wanted.map(({ stepS }) => stepS),
    wanted.map(({ latitude }) => latitude),
    wanted.map(({ longitude }) => longitude),
    wanted.map(({ north }) => north),
    wanted.map(({ east }) => east),
  ]);
  await insertRows(database, fixes, rows.map(asFixRow));
  await database.query(POSITIONS, [ids]);
}
