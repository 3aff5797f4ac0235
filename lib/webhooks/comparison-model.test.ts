import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCallout, compareCustomer } from '#lib/webhooks/comparison-model.ts';

const customer = {
  name: 'Thandi',
  surname: 'Nkosi',
  mobile: '+27821234567',
  subscriptionTypeId: 4,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: new Date('2027-01-01T00:00:00Z'),
  cancelledAt: null,
};
const callout = { rawStatus: 'created', kind: 'real' as const };

test('of a callout its text and kind are compared, in either place of the kind', () => {
  const incidentInformation = [{ calloutClassification: { value: 'TEST' } }];
  expect(compareCallout({ callout: { id: 1, status: 'created', incidentInformation } }, callout)).toEqual([
    { what: 'Status text', event: 'created', kept: 'created', isSame: true },
    { what: 'Kind', event: 'test', kept: 'real', isSame: false },
  ]);
  expect(compareCallout({ callout: { calloutClassification: 'REAL' } }, callout)).toEqual([
    { what: 'Kind', event: 'real', kept: 'real', isSame: true },
  ]);
});

test('of a subscription the same instant in another spelling is the same', () => {
  const subscription = {
    subscriptionTypeId: '4',
    validTo: '2027-01-01T02:00:00+02:00',
    CancelledDate: '2026-05-01',
  };
  const rows = compareCustomer({ subscription }, customer);
  expect(rows.map(({ what, isSame }) => [what, isSame])).toEqual([
    ['Subscription type', true],
    ['Valid to', true],
    ['Cancelled', false],
  ]);
});

test('of a customer no mobile is shown whole, and another one is seen to differ', () => {
  const rows = compareCustomer({ customer: { surname: 'Other', mobile: '+27839999999' } }, customer);
  expect(rows.map(({ what, isSame }) => [what, isSame])).toEqual([
    ['Surname', false],
    ['Mobile', false],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/\d{5}/);
});

test('whatever a body is, it is compared without harm, and only in what it says', () => {
  const body = fc.record(
    { callout: fc.anything(), customer: fc.anything(), subscription: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), body), (any) => {
      for (const row of [...compareCallout(any, callout), ...compareCustomer(any, customer)]) {
        expect(row.event.length).toBeLessThanOrEqual(200);
      }
    }),
  );
});
