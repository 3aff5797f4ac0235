import 'server-only';
import { z } from 'zod';
import { applyReturnedCallout } from '#lib/callouts/apply-returned-callout.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { sendPosition } from './aura.ts';
import { FORWARD_EVERY_MS } from './model.ts';
import { claimNewest, settleForward } from './store.ts';

/** Longer than the call's deadline, and the time to store the outcome. */
const LEASE_MS = 10_000;

/** Sends the newest fix to AURA, at most every 5 s; the worker retries. `none`: nothing new, or too early. */
export const forwardPosition = verb(
  'callout.forward_position',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const newest = await claimNewest(calloutId, LEASE_MS, FORWARD_EVERY_MS);
    if (!newest) return ok('none');
    const at = now();
    const { outcome, reading } = await sendPosition(calloutId, newest.fix);
    await settleForward(newest, outcome === 'taken' ? newest.fix.measuredAt : null);
    if (outcome === 'closed') await refreshCallout(actor, { calloutId, source: 'device', isRefused: true });
    else if (reading) await applyReturnedCallout(calloutId, reading, at);
    return ok(outcome);
  },
);
