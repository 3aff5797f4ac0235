import 'server-only';
import { keepSubscriptions } from '#lib/customers/subscriptions/keep-subscriptions.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { audited } from './audited.ts';
import { endSubscription } from './aura.ts';
import { ownSubscription, withChanged } from './own-subscription.ts';
import { cancelSubscriptionInput } from './schema.ts';

export const cancelSubscription = verb(
  'subscription.cancel',
  cancelSubscriptionInput,
  async (actor, { customerId, reason }) => {
    const own = await ownSubscription(customerId, now());
    if (!own.ok) return own;
    const { row, all, subscription, standing } = own.value;
    if (!subscription || standing === 'cancelled' || standing === 'lapsed') {
      return refuse('subscription.not_active');
    }
    const entry = { action: 'subscription.cancel', subject: String(customerId) };
    const ended = await audited(actor, entry, () => endSubscription(subscription.subscriptionId, reason));
    if (!ended.ok) return ended;
    const at = now();
    // AURA's response has no cancellation date; ours stands in until the next read.
    const cancelled = { ...subscription, cancelledAt: at.toISOString() };
    await keepSubscriptions(row.id, withChanged(all, cancelled), at);
    return ok(null);
  },
);
