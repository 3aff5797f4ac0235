import 'server-only';
import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { verb } from '#lib/identity/verb.ts';
import { fetchMapUrl, fetchReport } from '#lib/outcomes/aura.ts';
import { keepOutcome } from '#lib/outcomes/store.ts';
import { ok } from '#lib/platform/result.ts';

/** Asks AURA for the report and the map of a closed callout, and keeps what it has. */
export const refreshOutcome = verb(
  'outcome.refresh',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const [report, mapUrl] = await Promise.all([fetchReport(calloutId), fetchMapUrl(calloutId)]);
    await keepOutcome(calloutId, { report, mapUrl });
    return ok(null);
  },
);
