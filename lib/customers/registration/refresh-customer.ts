import 'server-only';
import { z } from 'zod';
import { takeRead } from '#lib/callouts/follow-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchSubscriptions } from './aura.ts';
import { subscriptionToShow } from './model.ts';
import { findPersonByCustomer, updatePerson } from './store.ts';

/** Left for what is more urgent than the dates of a subscription. */
const SPARED = 10;

/** Re-reads a customer's subscriptions at AURA and corrects what we show of them. AURA's word counts, not an event's. */
export const refreshCustomer = verb(
  'customer.refresh',
  z.object({ customerId: z.number().int().positive() }),
  async (_actor, { customerId }) => {
    const found = await findPersonByCustomer(customerId);
    if (!found) return refuse('customer.not_found');
    if (!(await takeRead(SPARED))) return refuse('aura.reads_spent');
    const subscriptions = await fetchSubscriptions(customerId);
    if (!subscriptions) return refuse('aura.unavailable');
    const at = now();
    const shown = subscriptionToShow(subscriptions, at);
    // Without any that can be read, what we know stays.
    if (shown) {
      await updatePerson(found.id, {
        subscriptionTypeId: shown.subscriptionTypeId,
        subscriptionValidFrom: shown.validFrom,
        subscriptionValidTo: shown.validTo,
        // A cancellation is in the end of it, as is told here.
        subscriptionCancelledAt: null,
        subscriptionAsOf: at,
      });
    }
    return ok(null);
  },
);
