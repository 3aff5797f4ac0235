import 'server-only';
import { z } from 'zod';
import { type CalloutDetail, calloutIdField } from '#lib/callouts/schema.ts';
import { findCalloutWithPerson, fixOf, incidentsOf, listFacts, toCallout } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** A callout with the person, the fix on record and AURA's incident detail, for operators. */
export const readCalloutDetail = verb(
  'callout.read_detail',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const found = await findCalloutWithPerson(calloutId);
    if (!found) return refuse('callout.not_found');
    const { name, surname, mobile } = found.person;
    const detail: CalloutDetail = {
      ...toCallout(found.callout, await listFacts(calloutId)),
      person: { name, surname, mobile },
      fix: fixOf(found.callout),
      incidents: incidentsOf(found.callout),
    };
    return ok(detail);
  },
);
