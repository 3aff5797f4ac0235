import 'server-only';
import { z } from 'zod';
import { noteWatched } from '#lib/callouts/follow-store.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { findCalloutWithPerson, fixOf, incidentsOf, listFacts, toCallout } from '#lib/callouts/store.ts';
import { coveredAt, helpNamed } from '#lib/coverage/model.ts';
import { listAreas, listResponseTypes } from '#lib/coverage/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { listTrail, readFollowing } from '#lib/following/positions/store.ts';
import { countContactTexts } from '#lib/following/sharing/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { openedMobile } from '#lib/platform/unopened.ts';
import { mergedLog } from './log-model.ts';
import { readUsual } from './pace-store.ts';
import type { Status } from './schema.ts';
import { findName, listEntries } from './store.ts';

/** Eight minutes in motion, half an hour at rest. */
const TRAIL_SHOWN = 100;

/** A callout with its person, log, position and usual durations. */
export const readStatus = verb(
  'callout.read_detail',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const found = await findCalloutWithPerson(calloutId);
    if (!found) return refuse('callout.not_found');
    const { callout, person } = found;
    const { name, surname, latinName, mobile, auraCustomerId: customerId } = person;
    await noteWatched(callout, now());
    const [facts, following, trail, usual, areas, types, contactTexts, markedBy] = await Promise.all([
      listFacts(calloutId),
      readFollowing(calloutId, now()),
      listTrail(calloutId, TRAIL_SHOWN),
      readUsual(),
      listAreas(),
      listResponseTypes(),
      countContactTexts(calloutId),
      callout.verdictBy ? findName(callout.verdictBy) : null,
    ]);
    const log = mergedLog(await listEntries(callout, customerId, facts));
    const fix = fixOf(callout);
    const place = following?.newest ?? fix;
    const { verdict, verdictAt } = callout;
    return ok({
      ...toCallout(callout, facts),
      following,
      trail,
      person: { name, surname, latinName, mobile: openedMobile(mobile) },
      customerId,
      fix,
      incidents: incidentsOf(callout),
      incidentsAsOf: callout.readAt?.toISOString() ?? null,
      log,
      usual,
      help: helpNamed(types, callout.responseTypeId),
      covered: place && coveredAt(areas, callout.responseTypeId, place),
      contactTexts,
      verdict: verdict && { verdict, by: markedBy, at: verdictAt?.toISOString() ?? null },
    } satisfies Status);
  },
);
