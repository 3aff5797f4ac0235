import 'server-only';
import { z } from 'zod';
import { fetchKml, fetchResponseTypes } from '#lib/coverage/aura.ts';
import { UnreadableKml } from '#lib/coverage/kml-model.ts';
import { isDue } from '#lib/coverage/model.ts';
import { readKmlAside } from '#lib/coverage/read-kml.ts';
import {
  keepCoverage,
  keepOnly,
  keepResponseTypes,
  listFetched,
  listResponseTypes,
} from '#lib/coverage/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { log } from '#lib/platform/log.ts';

const MOST_TYPES = 20;

/**
 * The response types and where each is offered: at most every six hours per type; an unreadable document leaves the cached one. Returns the number
 * stored; refuses with `aura.unavailable` when AURA did not answer for a stale one.
 */
export const refreshCoverage = verb('coverage.refresh', z.object({}), async () => {
  const fetched = await listFetched();
  const at = now();
  const isNamed = (await listResponseTypes()).length > 0;
  const isDated = fetched.size === 0 || [...fetched.values()].some((then) => isDue(then, at));
  if (isNamed && !isDated) return ok({ kept: 0 });
  const types = (await fetchResponseTypes())?.slice(0, MOST_TYPES);
  if (!types) return refuse('aura.unavailable');
  await keepResponseTypes(types);
  const ids = types.map(({ id }) => id);
  await keepOnly(ids);
  let kept = 0;
  let unanswered = 0;
  for (const id of ids.filter((each) => isDue(fetched.get(each), at))) {
    const kml = await fetchKml(id);
    if (kml === null) unanswered += 1;
    else if (await isReadable(kml, id)) {
      await keepCoverage(id, kml, at);
      kept += 1;
    }
  }
  return unanswered > 0 ? refuse('aura.unavailable') : ok({ kept });
});

async function isReadable(kml: string, responseTypeId: number): Promise<boolean> {
  try {
    await readKmlAside(kml);
    return true;
  } catch (error) {
    if (!(error instanceof UnreadableKml)) throw error;
    log.warn({ responseTypeId, why: error.message }, 'coverage document unreadable');
    return false;
  }
}
