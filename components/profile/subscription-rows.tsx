import { Day } from '#components/ui/day.tsx';
import type { Profile } from '#lib/customers/registration/schema.ts';

// AURA opens its page for that to the customer's own credential; ours it answers 400, so it is not even asked.
const CHANGING = {
  term: 'Change subscription',
  detail: 'Not possible here. You need your own AURA sign-in.',
};

/** What is known of a person's subscription, and why they cannot change it here. */
export function subscriptionRows({
  subscription,
  subscriptionFacts: { standing, validTo, cancelledAt },
}: Pick<Profile, 'subscription' | 'subscriptionFacts'>) {
  if (standing === 'none') {
    return [{ term: 'Subscription', detail: 'You have none at AURA. Nobody would come.' }, CHANGING];
  }
  return [
    {
      term: 'Subscription',
      detail: subscription ? planWords(subscription) : 'Not known: AURA is not answering',
    },
    cancelledAt === null
      ? { term: 'Valid until', detail: <Day at={validTo} /> }
      : { term: 'Cancelled on', detail: <Day at={cancelledAt} /> },
    CHANGING,
  ];
}

/** The plan by what it covers, where its name at AURA says so. */
export function planWords(name: string): string {
  if (/single|individual/i.test(name)) return 'Single: it covers you.';
  if (/family/i.test(name)) return 'Family: it covers you and the family members on it.';
  return name;
}
