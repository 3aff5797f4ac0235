import 'server-only';
import { z } from 'zod';
import { newestPlace } from '#lib/callouts/facts-model.ts';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { type OpenCallout, openCallouts } from '#lib/console/open-callouts/store.ts';
import { coveredAt } from '#lib/coverage/model.ts';
import type { CoverageArea } from '#lib/coverage/schema.ts';
import { listAreas } from '#lib/coverage/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import type { CalloutMap, Mapped } from './schema.ts';

const MAX_SHOWN = 500;

export const listOnMap = verb('callout.list_on_map', z.object({}), async () => {
  await noteBoardWatched(now());
  const [rows, areas] = await Promise.all([openCallouts(MAX_SHOWN + 1), listAreas()]);
  return ok({
    asOf: now().toISOString(),
    callouts: rows.slice(0, MAX_SHOWN).map((row) => mappedOf(row, areas)),
    hasMore: rows.length > MAX_SHOWN,
  } satisfies CalloutMap);
});

function mappedOf(row: OpenCallout, areas: readonly CoverageArea[]): Mapped {
  const { calloutId, kind, stage, name, surname, raisedAt, duressAt, responseTypeId } = row;
  const place = newestPlace(row.device, row.pressed);
  return {
    calloutId,
    kind,
    stage,
    person: { name, surname },
    raisedAt: raisedAt.toISOString(),
    duressAt: duressAt?.toISOString() ?? null,
    place,
    isCovered: place && (coveredAt(areas, responseTypeId, place)?.isCovered ?? null),
  };
}
