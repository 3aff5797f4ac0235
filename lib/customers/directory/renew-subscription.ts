import 'server-only';
import { keepSubscriptions } from '#lib/customers/subscriptions/keep-subscriptions.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { audited } from './audited.ts';
import { changeSubscription } from './aura.ts';
import { endOfDay, latestRenewal } from './model.ts';
import { ownSubscription, withChanged } from './own-subscription.ts';
import { renewSubscriptionInput } from './schema.ts';

/** Extends an active subscription. AURA does not revive an ended one. */
export const renewSubscription = verb(
  'subscription.renew',
  renewSubscriptionInput,
  async (actor, { customerId, lastDay }) => {
    const at = now();
    const validTo = endOfDay(lastDay);
    if (validTo > latestRenewal(at))
      return refuse('input.invalid', { lastDay: 'At most five years from now' });
    const own = await ownSubscription(customerId, at);
    if (!own.ok) return own;
    const { row, all, subscription, standing } = own.value;
    if (!subscription || standing !== 'active') return refuse('subscription.not_active');
    if (subscription.validTo !== null && validTo.getTime() <= Date.parse(subscription.validTo)) {
      return refuse('input.invalid', {
        lastDay: 'It already runs to that day or longer: choose a later one',
      });
    }
    const entry = { action: 'subscription.renew', subject: String(customerId) };
    const changed = await audited(actor, entry, () =>
      changeSubscription(subscription.subscriptionId, validTo),
    );
    if (!changed.ok) return changed;
    const renewed = { ...subscription, ...known(changed.value) };
    await keepSubscriptions(row.id, withChanged(all, renewed), now());
    return ok({ validTo: changed.value.validTo ?? validTo.toISOString() });
  },
);

// AURA's response may omit unchanged keys.
function known<Value extends object>(value: Value): Partial<Value> {
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries) as Partial<Value>; // safe: a part of the same entries
}
