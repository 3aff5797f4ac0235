import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { audited } from './audited.ts';
import { changeSubscription, fetchCustomer, fetchDependants } from './aura.ts';
import { sameIds } from './model.ts';
import { ownSubscription } from './own-subscription.ts';
import { setDependantsInput } from './schema.ts';
import { namesOf } from './store.ts';

export const setDependants = verb(
  'subscription.set_dependants',
  setDependantsInput,
  async (actor, { customerId, dependants, shown }) => {
    const own = await ownSubscription(customerId, now());
    if (!own.ok) return own;
    const { subscription, standing } = own.value;
    if (!subscription || standing !== 'active' || subscription.validTo === null) {
      return refuse('subscription.not_active');
    }
    const { subscriptionId } = subscription;
    const validTo = new Date(subscription.validTo);
    const present = await fetchDependants(subscriptionId);
    if (!present.ok) return present;
    // AURA replaces the whole set: a dependant added since the page was loaded would be dropped.
    if (present.value === null || !sameIds(present.value, shown)) return refuse('customer.changed');
    const checked = await checkAdded(customerId, dependants, present.value);
    if (!checked.ok) return checked;
    const entry = { action: 'subscription.set_dependants', subject: String(customerId) };
    const changed = await audited(actor, entry, () =>
      changeSubscription(subscriptionId, validTo, dependants),
    );
    return changed.ok ? ok({ dependants }) : changed;
  },
);

async function checkAdded(
  customerId: number,
  wanted: readonly number[],
  present: readonly number[],
): Promise<Result<null, 'input.invalid' | 'aura.not_asked'>> {
  if (wanted.includes(customerId)) {
    return refuse('input.invalid', { dependants: `${customerId} is the main member` });
  }
  const added = wanted.filter((id) => !present.includes(id));
  const known = await namesOf(added);
  for (const id of added.filter((each) => !known.has(each))) {
    const found = await fetchCustomer(id);
    if (found.ok) continue;
    if (found.code === 'aura.not_asked') return refuse(found.code);
    return refuse('input.invalid', { dependants: `AURA knows no customer ${id}` });
  }
  return ok(null);
}
