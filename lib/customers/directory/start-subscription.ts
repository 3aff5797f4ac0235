import 'server-only';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import { keepSubscriptions } from '#lib/customers/subscriptions/keep-subscriptions.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { audited } from './audited.ts';
import { createSubscription } from './aura.ts';
import { ownSubscription, withChanged } from './own-subscription.ts';
import { startSubscriptionInput } from './schema.ts';

export const startSubscription = verb(
  'subscription.start',
  startSubscriptionInput,
  async (actor, { customerId, subscriptionTypeId }) => {
    const types = await listSubscriptionTypes(actor, {});
    if (!types.ok) return refuse('subscription.types_unavailable');
    if (!types.value.some(({ id }) => id === subscriptionTypeId)) {
      return refuse('input.invalid', { subscriptionTypeId: 'Choose one of the subscriptions in the list' });
    }
    const at = now();
    const own = await ownSubscription(customerId, at);
    if (!own.ok) return own;
    if (own.value.standing === 'active' || own.value.standing === 'not_yet') {
      return refuse('subscription.still_active');
    }
    const period = subscriptionPeriod(at);
    const entry = { action: 'subscription.start', subject: String(customerId) };
    const created = await audited(actor, entry, () =>
      createSubscription(customerId, subscriptionTypeId, period),
    );
    if (!created.ok) return created;
    const { subscriptionId, validFrom, validTo } = created.value;
    const request = { subscriptionTypeId, validFrom: validFrom ?? period.validFrom.toISOString() };
    const ends = validTo ?? period.validTo.toISOString();
    const said = { subscriptionId, ownerId: customerId, ...request, validTo: ends, cancelledAt: null };
    await keepSubscriptions(own.value.row.id, withChanged(own.value.all, said), now());
    return ok({ validTo: ends });
  },
);
