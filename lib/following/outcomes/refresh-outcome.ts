import 'server-only';
import { z } from 'zod';
import { acquireRateToken } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { fetchMapUrl, fetchReport } from './aura.ts';
import { keepOutcome } from './store.ts';

/** Left of the budget for callouts that are open. */
const RESERVE = 10;

/** Asks AURA for the report and the map of a closed callout, and keeps what it has. */
export const refreshOutcome = verb(
  'outcome.refresh',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    // Looking makes it be asked again, so what the budget does not allow is only put off.
    if (!(await acquireRateToken({ reserve: RESERVE })) || !(await acquireRateToken({ reserve: RESERVE })))
      return refuse('aura.reads_spent');
    const [report, mapUrl] = await Promise.all([fetchReport(calloutId), fetchMapUrl(calloutId)]);
    await keepOutcome(calloutId, { report, mapUrl });
    return ok(null);
  },
);
