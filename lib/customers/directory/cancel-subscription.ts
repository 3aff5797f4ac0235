import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { audited } from './audited.ts';
import { endSubscription } from './aura.ts';
import { ownSubscription } from './own-subscription.ts';
import { mirrorOf } from './record-model.ts';
import { cancelSubscriptionInput } from './schema.ts';
import { keepSubscription } from './store.ts';

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
