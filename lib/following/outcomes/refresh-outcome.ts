import 'server-only';
import { z } from 'zod';
import { acquireRateToken } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { fetchMapUrl, fetchReport } from './aura.ts';
import { storeOutcome } from './store.ts';

/** Reserve in the rate limit. */
const RESERVE = 10;

/** Reads report and map of a closed callout from AURA and stores them. */
export const refreshOutcome = verb(
  'outcome.refresh',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    // Not an error: the next view tries again.
    if (!(await acquireRateToken({ reserve: RESERVE })) || !(await acquireRateToken({ reserve: RESERVE })))
      return refuse('aura.reads_spent');
    const [report, mapUrl] = await Promise.all([fetchReport(calloutId), fetchMapUrl(calloutId)]);
    await storeOutcome(calloutId, { report, mapUrl });
    return ok(null);
  },
);
