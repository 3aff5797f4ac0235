import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calloutView } from './callout-shapes.ts';
import { anyUrl } from './hosted-url.ts';
import { expiryOf } from './oauth.ts';
import { operationIds, rowOf } from './operations.ts';
import { isSubscriptionActive } from './subscriptions.ts';

const view = calloutView(anyUrl);

describe('a callout', () => {
  test.each([
    [{ id: 9 }, 9],
    [{ id: '9' }, 9],
    [{ calloutId: 9 }, 9],
    [{ id: null, calloutId: '9' }, 9],
  ])('has its id in %j', (raw, calloutId) => {
    expect(view.parse(raw).calloutId).toBe(calloutId);
  });

  test.each([{}, { id: 'x' }, { id: -1 }, { id: 1.5 }, null, []])('without an id is refused: %j', (raw) => {
    expect(view.safeParse(raw).success).toBe(false);
  });

  test('is read from the captured webhook body, in either spelling and place', () => {
    const incident = (key: string, place: object, more: object = {}) => ({
      id: 5003,
      incidentInformation: [
        { [key]: { description: 'Intruder alarm' }, calloutCurrentLocation: place, ...more },
      ],
    });
    const one = view.parse({
      ...incident('incidentcategory', { latitude: '51.5', longitude: '-0.1' }),
      calloutClassification: { value: 'TEST' },
    });
    const other = view.parse(
      incident('incidentCategory', { lat: 51.5, lon: -0.1 }, { calloutClassification: { value: 'TEST' } }),
    );
    for (const read of [one, other]) {
      expect(read).toMatchObject({
        classification: 'TEST',
        incidents: [{ category: 'Intruder alarm', location: { latitude: 51.5, longitude: -0.1 } }],
      });
    }
  });

  test('is read whatever else is in it', () => {
    const known = ['status', 'url', 'calloutClassification', 'incidentInformation', 'createdAt', 'latitude'];
    const rest = fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(rest, (more) => {
        expect(view.parse({ ...more, id: 9 }).calloutId).toBe(9);
      }),
    );
  });
});

describe('the contract', () => {
  test('gives each row its own method and path, with the parameters the path names', () => {
    const rows = operationIds.map(rowOf);
    expect(new Set(rows.map((row) => `${row.method} ${row.path}`)).size).toBe(rows.length);
    for (const row of rows) {
      const named = [...row.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(row.params?.shape ?? {})).toEqual(named);
    }
  });

  test('never calls a creation harmless to repeat, except where AURA returns the existing one', () => {
    const repeatable = operationIds.filter(
      (id) => rowOf(id).method === 'POST' && rowOf(id).replay !== 'unsafe',
    );
    expect(repeatable).toEqual([
      'createToken',
      'createCalloutToken',
      'deleteCustomer',
      'createCallout',
      'updateLocation',
      'updateLocationAndRead',
      'cancelCallout',
      'registerWebhook',
    ]);
  });
});

test('a token ends after its lifetime, or at the instant that was given', () => {
  expect(expiryOf(3_600, 1_000)).toBe(3_601_000);
  expect(expiryOf(1_900_000_000, 1_000)).toBe(1_900_000_000_000);
});

test.each([
  ['inside its dates', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', null, true],
  ['at its first and last moment', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z', null, true],
  ['not yet valid', '2026-06-02T00:00:00Z', '2027-01-01T00:00:00Z', null, false],
  ['lapsed', '2025-01-01T00:00:00Z', '2026-05-31T00:00:00Z', null, false],
  ['cancelled', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', '2026-02-01T00:00:00Z', false],
])('a subscription that is %s', (_, validFrom, validTo, cancelledAt, isActive) => {
  const now = Date.parse('2026-06-01T00:00:00Z');
  expect(isSubscriptionActive({ validFrom, validTo, cancelledAt }, now)).toBe(isActive);
});
