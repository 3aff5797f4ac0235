import { expect, test } from 'vitest';
import { planWords, subscriptionRows } from '#components/profile/subscription-rows.tsx';
import type { SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { env } from '#lib/platform/env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient, callAura } from '#lib/upstream/aura-client.ts';

await testWorld();

const t = translateInto('en');
const FACTS = {
  standing: 'active',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
  cancelledAt: null,
  daysLeft: 100,
} satisfies SubscriptionFacts;

const changing = (facts: Partial<SubscriptionFacts>) =>
  subscriptionRows({ subscription: null, subscriptionFacts: { ...FACTS, ...facts } }, t).filter(
    ({ term }) => term === 'Change subscription',
  );

test('AURA opens its page of a subscription to no credential of ours, and the profile says so', async () => {
  const { accessToken } = await auraClient().createToken({
    clientId: env.AURA_CLIENT_ID,
    clientSecret: env.AURA_CLIENT_SECRET,
  });
  const asked = await callAura((aura) =>
    aura.createSubscriptionSession({ returnUrl: 'https://vigil.test/' }, { customerToken: accessToken }),
  );
  expect(asked).toMatchObject({ ok: false, outcome: 'refused', error: { status: 400 } });
  const reason = 'You need your own AURA sign-in.';
  for (const facts of [
    {},
    { standing: 'none' },
    { standing: 'lapsed' },
    { standing: 'cancelled', cancelledAt: FACTS.validFrom },
  ] satisfies Partial<SubscriptionFacts>[]) {
    // A text: nothing to press that could only fail.
    expect(changing(facts)).toEqual([
      { term: 'Change subscription', detail: `Not possible here. ${reason}` },
    ]);
  }
});

test.each([
  ['Web signup single', 'Single: it covers you.'],
  ['Web signup family', 'Family: it covers you and the family members on it.'],
  ['Gold', 'Gold'],
])('the plan %s is described by what it covers', (name, words) => {
  expect(planWords(name, t)).toBe(words);
});
