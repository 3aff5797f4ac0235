import 'server-only';
import { audited } from '#lib/directory/audited.ts';
import { endSubscription } from '#lib/directory/aura.ts';
import { ownSubscription } from '#lib/directory/own-subscription.ts';
import { mirrorOf } from '#lib/directory/record-model.ts';
import { cancelSubscriptionInput } from '#lib/directory/schema.ts';
import { keepSubscription } from '#lib/directory/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** Cancels a customer's subscription at AURA, which keeps the reason. Nobody is sent for them any more. */
export const cancelSubscription = verb(
  'subscription.cancel',
  cancelSubscriptionInput,
  async (actor, { customerId, reason }) => {
    const own = await ownSubscription(customerId, now());
    if (!own.ok) return own;
    const { row, subscription, standing } = own.value;
    if (!subscription || standing === 'cancelled' || standing === 'lapsed') {
      return refuse('subscription.not_active');
    }
    const deed = { action: 'subscription.cancel', subject: String(customerId) };
    const ended = await audited(actor, deed, () => endSubscription(subscription.subscriptionId, reason));
    if (!ended.ok) return ended;
    const at = now();
    // AURA answers without the date; the next reading brings its own.
    await keepSubscription(row.id, { ...mirrorOf(subscription), cancelledAt: at }, at);
    return ok(null);
  },
);
