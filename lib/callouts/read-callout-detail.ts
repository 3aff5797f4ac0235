import 'server-only';
import { z } from 'zod';
import { noteWatched } from '#lib/callouts/follow-store.ts';
import { type CalloutDetail, calloutIdField } from '#lib/callouts/schema.ts';
import { findCalloutWithPerson, fixOf, incidentsOf, listFacts, toCallout } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';
import { listTrail, readFollowing } from '#lib/positions/store.ts';

/** Eight minutes of somebody who moves, half an hour of somebody who does not. */
const TRAIL_SHOWN = 100;

/** A callout with the person, the fix on record and AURA's incident detail, for operators. */
export const readCalloutDetail = verb(
  'callout.read_detail',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const found = await findCalloutWithPerson(calloutId);
    if (!found) return refuse('callout.not_found');
    await noteWatched(found.callout, now());
    const { name, surname, mobile } = found.person;
    const [facts, following, trail] = await Promise.all([
      listFacts(calloutId),
      readFollowing(calloutId, now()),
      listTrail(calloutId, TRAIL_SHOWN),
    ]);
    const detail: CalloutDetail = {
      ...toCallout(found.callout, facts),
      following,
      trail,
      person: { name, surname, mobile },
      fix: fixOf(found.callout),
      incidents: incidentsOf(found.callout),
      incidentsAsOf: found.callout.readAt?.toISOString() ?? null,
    };
    return ok(detail);
  },
);
