import { Day } from '#components/ui/day.tsx';
import type { Profile } from '#lib/customers/registration/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** What is known of a person's subscription, and why they cannot change it here. */
export function subscriptionRows(
  {
    subscription,
    subscriptionFacts: { standing, validTo, cancelledAt },
  }: Pick<Profile, 'subscription' | 'subscriptionFacts'>,
  t: Translate,
) {
  // AURA opens its page for that to the customer's own credential; ours it answers 400, so it is not even asked.
  const changing = { term: t('subscription.change'), detail: t('subscription.cannot') };
  const term = t('join.subscription');
  if (standing === 'none') return [{ term, detail: t('subscription.none') }, changing];
  const day = (at: string) => <Day at={at} language={t.language} />;
  return [
    { term, detail: subscription ? planWords(subscription, t) : t('subscription.unknown') },
    cancelledAt === null
      ? { term: t('subscription.until'), detail: day(validTo) }
      : { term: t('subscription.cancelled'), detail: day(cancelledAt) },
    changing,
  ];
}

/** The plan by what it covers, where its name at AURA says so. */
export function planWords(name: string, t: Translate): string {
  if (/single|individual/i.test(name)) return t('subscription.single');
  if (/family/i.test(name)) return t('subscription.family');
  return name;
}
