import 'server-only';
import { z } from 'zod';
import { fetchKml, fetchResponseTypeIds } from '#lib/coverage/aura.ts';
import { UnreadableKml } from '#lib/coverage/kml-model.ts';
import { isDue } from '#lib/coverage/model.ts';
import { readKmlAside } from '#lib/coverage/read-kml.ts';
import { keepCoverage, keepOnly, listFetched } from '#lib/coverage/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { log } from '#lib/platform/log.ts';

const MOST_TYPES = 20;

/**
 * At most every six hours per response type; an unreadable document leaves the cached one. Returns the number
 * stored; refuses with `aura.unavailable` when AURA did not answer for a stale one.
 */
export const refreshCoverage = verb('coverage.refresh', z.object({}), async () => {
  const fetched = await listFetched();
  const at = now();
  if (fetched.size > 0 && ![...fetched.values()].some((then) => isDue(then, at))) return ok({ kept: 0 });
  const ids = (await fetchResponseTypeIds())?.slice(0, MOST_TYPES);
  if (!ids) return refuse('aura.unavailable');
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
