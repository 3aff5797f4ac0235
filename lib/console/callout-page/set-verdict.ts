import 'server-only';
import { findCallout, markVerdict } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { setVerdictInput } from './schema.ts';

/** Sets or clears an operator's verdict on a callout; the last one counts. */
export const setVerdict = verb(
  'callout.set_verdict',
  setVerdictInput,
  async (actor, { calloutId, verdict: said }) => {
    const callout = await findCallout(calloutId);
    if (!callout) return refuse('callout.not_found');
    const isOver =
      callout.closedAt !== null || callout.stage === 'completed' || callout.stage === 'cancelled';
    if (!isOver) return refuse('callout.not_over');
    const verdict = said === 'none' ? null : said;
    if (verdict !== callout.verdict) {
      await markVerdict(actor, { calloutId, operatorId: actor.operatorId, verdict, at: now() });
    }
    return ok(null);
  },
);
