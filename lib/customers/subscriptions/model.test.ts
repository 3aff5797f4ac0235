import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSubscriptionActive } from '#lib/aura/contract/subscriptions.ts';
import {
  currentOf,
  daysLeft,
  factsOf,
  firstRecord,
  recordAfter,
  type SubscriptionRecord,
  standingOf,
  subscriptionPeriod,
} from './model.ts';
import type { SubscriptionAtAura } from './schema.ts';

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const dates = fc.record({
  validFrom: fc.option(instant),
  validTo: fc.option(instant),
  cancelledAt: fc.option(instant),
});

describe('a subscription', () => {
  test('is active exactly when AURA’s rule says so', () => {
    fc.assert(
      fc.property(dates, instant, (one, at) => {
        const isActive = standingOf(one, new Date(at)) === 'active';
        expect(isActive).toBe(isSubscriptionActive(one, Date.parse(at)));
      }),
    );
  });

  test('is active on both of its ends', () => {
    const one = {
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-01-01T00:00:00.000Z',
      cancelledAt: null,
    };
    expect(standingOf(one, new Date(one.validFrom))).toBe('active');
    expect(standingOf(one, new Date(one.validTo))).toBe('active');
    expect(standingOf(one, new Date(Date.parse(one.validTo) + 1))).toBe('lapsed');
    expect(standingOf(one, new Date(Date.parse(one.validFrom) - 1))).toBe('not_yet');
  });

  test('that is active is never hidden by another', () => {
    fc.assert(
      fc.property(fc.array(dates), instant, (list, at) => {
        const all = list.map((one, subscriptionId) => ({
          ...one,
          subscriptionId,
          ownerId: null,
          subscriptionTypeId: 4,
        }));
        const moment = new Date(at);
        const current = currentOf(all, moment);
        const isCovered = all.some((one) => standingOf(one, moment) === 'active');
        expect(current !== null && standingOf(current, moment) === 'active').toBe(isCovered);
      }),
    );
  });

  test('never has days left once it has ended', () => {
    expect(daysLeft('2026-01-31T23:59:59.000Z', new Date('2026-01-31T00:00:00Z'))).toBe(0);
    expect(daysLeft('2026-02-01T00:00:00.000Z', new Date('2026-01-31T00:00:00Z'))).toBe(1);
    expect(daysLeft('2020-01-01T00:00:00.000Z', new Date('2026-01-31T00:00:00Z'))).toBe(0);
  });
});

const subscriptions = fc.uniqueArray(
  fc.record({
    subscriptionId: fc.integer({ min: 1, max: 9 }),
    ownerId: fc.constant(null),
    subscriptionTypeId: fc.option(fc.constantFrom(4, 5)),
    validFrom: fc.option(instant),
    validTo: fc.option(instant),
    cancelledAt: fc.option(instant),
  }),
  { selector: ({ subscriptionId }) => subscriptionId, maxLength: 5 },
);
const answers = fc.array(fc.record({ said: subscriptions, asOf: instant.map((at) => new Date(at)) }), {
  maxLength: 8,
});
const registered: SubscriptionRecord = {
  subscriptionId: null,
  subscriptionTypeId: 4,
  subscriptionValidFrom: new Date('2021-01-01'),
  subscriptionValidTo: new Date('2022-01-01'),
  subscriptionCancelledAt: null,
  subscriptionAsOf: null,
};
type Answer = { said: readonly SubscriptionAtAura[]; asOf: Date };
const recordFrom = (record: SubscriptionRecord, list: readonly Answer[]) =>
  list.reduce((kept, { said, asOf }) => recordAfter(kept, said, asOf) ?? kept, record);

describe('the record of a subscription', () => {
  test('never goes back to an older answer, whatever the order in which they arrive', () => {
    fc.assert(
      fc.property(answers, subscriptions, instant, (list, late, at) => {
        const kept = recordFrom(registered, list);
        const newest = kept.subscriptionAsOf;
        const asOf = new Date(at);
        const next = recordFrom(kept, [{ said: late, asOf }]);
        if (newest && asOf < newest) expect(next).toEqual(kept);
        for (const { said, asOf: each } of list) {
          if (said.length > 0)
            expect(kept.subscriptionAsOf?.getTime()).toBeGreaterThanOrEqual(each.getTime());
        }
      }),
    );
  });

  test('stands as AURA’s answer stands, unless it was cancelled and the answer says only that it ended', () => {
    fc.assert(
      fc.property(answers, subscriptions, (list, said) => {
        const kept = recordFrom(registered, list);
        const asOf = new Date('2036-01-01');
        const current = currentOf(said, asOf);
        const next = recordFrom(kept, [{ said, asOf }]);
        if (current === null) expect(next).toEqual(kept);
        else if (factsOf(next, asOf).standing !== standingOf(current, asOf)) {
          expect(kept.subscriptionId).toBe(current.subscriptionId);
          expect(next.subscriptionCancelledAt).toEqual(kept.subscriptionCancelledAt);
        }
      }),
    );
  });

  test('is the same for the same subscriptions in any order', () => {
    fc.assert(
      fc.property(subscriptions, instant, (said, at) => {
        const asOf = new Date(at);
        expect(recordAfter(registered, said.toReversed(), asOf)).toEqual(recordAfter(registered, said, asOf));
      }),
    );
  });

  const one = {
    subscriptionId: 7,
    ownerId: null,
    subscriptionTypeId: 4,
    validFrom: '2026-01-01T00:00:00.000Z',
    validTo: '2027-01-01T00:00:00.000Z',
    cancelledAt: null,
  };
  const cancelledAt = '2026-05-05T12:00:00.000Z';
  const cancelled = recordFrom(registered, [
    { said: [{ ...one, cancelledAt }], asOf: new Date(cancelledAt) },
  ]);
  const later = new Date('2026-05-06');
  const standing = (said: readonly SubscriptionAtAura[], asOf = later) =>
    factsOf(recordFrom(cancelled, [{ said, asOf }]), later).standing;

  test.each([
    ['says so with its date', [{ ...one, cancelledAt }], 'cancelled'],
    ['tells of it by an earlier end alone', [{ ...one, validTo: cancelledAt }], 'cancelled'],
    ['has no dates that can be read', [{ ...one, validFrom: null, validTo: null }], 'cancelled'],
    ['is empty', [], 'cancelled'],
    ['has it active again, since the cancelling failed', [one], 'active'],
    [
      'has a new one',
      [
        { ...one, cancelledAt },
        { ...one, subscriptionId: 8 },
      ],
      'active',
    ],
  ] as const)('that was cancelled, where the next answer %s', (_what, said, expected) => {
    expect(standing(said)).toBe(expected);
  });

  test('stays cancelled when AURA’s answer is older than the cancellation', () => {
    expect(standing([one], new Date(Date.parse(cancelledAt) - 1))).toBe('cancelled');
  });

  test('of a customer without any covers nobody', () => {
    expect(factsOf(firstRecord([], later), later)).toMatchObject({ standing: 'none', daysLeft: 0 });
    const unreadable = { ...one, validFrom: null, validTo: null };
    for (const said of [unreadable, { ...one, validFrom: null }, { ...one, validTo: null }]) {
      for (const at of [later, new Date('2026-05-07')]) {
        expect(factsOf(firstRecord([said], later), at).standing).toBe('lapsed');
      }
    }
  });
});

test('a subscription runs from the moment given for one year', () => {
  const moments = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (from) => {
      const { validFrom, validTo } = subscriptionPeriod(from);
      expect(validFrom).toEqual(from);
      const days = (validTo.getTime() - from.getTime()) / 86_400_000;
      expect([365, 366]).toContain(days);
    }),
  );
});

test('a subscription bought on the 29th of February ends a year later, on the 1st of March', () => {
  const { validTo } = subscriptionPeriod(new Date('2028-02-29T23:59:59.999Z'));
  expect(validTo.toISOString()).toBe('2029-03-01T23:59:59.999Z');
});

test('buying changes nothing in the moment that was passed in', () => {
  const from = new Date('2026-11-23T10:00:00Z');
  subscriptionPeriod(from);
  expect(from.toISOString()).toBe('2026-11-23T10:00:00.000Z');
});
