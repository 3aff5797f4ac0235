import 'server-only';
import { findCallout } from '#lib/callouts/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { deliverCancellation } from './deliver-cancellation.ts';
import { cancelAsOperatorInput } from './schema.ts';
import { insertOperatorCancellation } from './store.ts';

/** An operator cancels a callout without a code, with a reason. Idempotent until AURA has answered. */
export const cancelAsOperator = verb(
  'callout.cancel_as_operator',
  cancelAsOperatorInput,
  async (actor, { calloutId, reason, exceptionReasonId }) => {
    const callout = await findCallout(calloutId);
    if (!callout) return refuse('callout.not_found');
    if (callout.closedAt) return refuse('callout.closed');
    const asking = { calloutId, reason, exceptionReasonId: exceptionReasonId ?? null, at: now() };
    const id = await insertOperatorCancellation(actor, asking);
    if (id === null) return ok(null);
    inBackground('cancellation delivery', () => deliverCancellation(systemActor('callout.cancel'), { id }));
    return ok(null);
  },
);
