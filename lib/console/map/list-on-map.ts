import 'server-only';
import { z } from 'zod';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { coveredAt } from '#lib/coverage/model.ts';
import type { CoverageArea } from '#lib/coverage/schema.ts';
import { listAreas } from '#lib/coverage/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import type { CalloutMap, Mapped } from './schema.ts';
import { type OpenRow, openQuery } from './store.ts';

/** More at once would be a catastrophe, and a map that nobody can read. */
const MOST = 500;

/** The newest open callouts and where they are. */
export const listOnMap = verb('callout.list_on_map', z.object({}), async () => {
  await noteBoardWatched(now());
  const [rows, areas] = await Promise.all([openQuery(MOST + 1), listAreas()]);
  return ok({
    asOf: now().toISOString(),
    callouts: rows.slice(0, MOST).map((row) => mappedOf(row, areas)),
    hasMore: rows.length > MOST,
  } satisfies CalloutMap);
});

function mappedOf(row: OpenRow, areas: readonly CoverageArea[]): Mapped {
  const { id, kind, stage, name, surname, raisedAt, duressAt, responseTypeId } = row;
  const place = placeOf(row);
  return {
    calloutId: id,
    kind,
    stage,
    person: { name, surname },
    raisedAt: raisedAt.toISOString(),
    duressAt: duressAt?.toISOString() ?? null,
    place,
    isCovered: place && (coveredAt(areas, responseTypeId, place)?.isCovered ?? null),
  };
}

/** The device's newest position, until there is one that of the press. */
function placeOf({ newest, pressed }: OpenRow): Mapped['place'] {
  return toPlace(newest, 'device') ?? toPlace(pressed, 'press');
}

function toPlace(fix: OpenRow['newest'], from: 'device' | 'press'): Mapped['place'] {
  if (!fix || fix.latitude === null || fix.longitude === null) return null;
  return {
    latitude: fix.latitude,
    longitude: fix.longitude,
    accuracy: fix.accuracyM,
    measuredAt: fix.measuredAt?.toISOString() ?? null,
    from,
  };
}
