import 'server-only';
import { findCallout } from '#lib/callouts/store.ts';
import { deliverCancellation } from '#lib/cancellations/deliver-cancellation.ts';
import { cancelAsOperatorInput } from '#lib/cancellations/schema.ts';
import { hasWaiting, insertOperatorCancellation } from '#lib/cancellations/store.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** An operator calls a callout off, without a code and with a reason. While AURA has not answered, again is nothing new. */
export const cancelAsOperator = verb(
  'callout.cancel_as_operator',
  cancelAsOperatorInput,
  async (actor, { calloutId, reason, exceptionReasonId }) => {
    const callout = await findCallout(calloutId);
    if (!callout) return refuse('callout.not_found');
    if (callout.closedAt) return refuse('callout.closed');
    if (await hasWaiting(calloutId)) return ok(null);
    const asking = { calloutId, actorId: actor.operatorId, at: now() };
    const why = { reason, exceptionReasonId: exceptionReasonId ?? null };
    const id = await insertOperatorCancellation(asking, why);
    await audit(actor, { action: 'callout.cancel_as_operator', subject: `${calloutId}`, detail: id });
    inBackground('a cancellation', () => deliverCancellation(systemActor('callout.cancel'), { id }));
    return ok(null);
  },
);
