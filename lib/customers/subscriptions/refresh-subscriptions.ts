import 'server-only';
import { z } from 'zod';
import { acquireRateToken } from '#lib/callouts/records.ts';
import { findCustomer } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchSubscriptions } from './aura.ts';
import { keepSubscriptions } from './keep-subscriptions.ts';

/** Rate tokens reserved for more urgent calls. */
const RESERVE = 10;

/** Re-reads a customer's subscriptions at AURA and updates our record. Events are only hints. */
export const refreshSubscriptions = verb(
  'subscription.refresh',
  z.object({ customerId: z.number().int().positive() }),
  async (_actor, { customerId }) => {
    const person = await findCustomer(customerId);
    if (!person) return refuse('customer.not_found');
    if (!(await acquireRateToken({ reserve: RESERVE }))) return refuse('aura.reads_spent');
    const at = now();
    const subscriptions = await fetchSubscriptions(customerId);
    if (!subscriptions.ok) return refuse('aura.unavailable');
    await keepSubscriptions(person.id, subscriptions.value, at);
    return ok(null);
  },
);
