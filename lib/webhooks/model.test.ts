import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerSamples, calloutSamples, mutationsOf } from '#lib/aura/contract/samples.ts';
import { deprecatedEvent, webhookEvents } from '#lib/aura/contract/webhooks.ts';
import { compareCallout } from '#lib/webhooks/comparison-model.ts';
import {
  eventMeanings,
  isOldNews,
  MOST_ATTEMPTS,
  planFor,
  readHead,
  retryAfterMs,
} from '#lib/webhooks/model.ts';

test('every event of AURA’s pages has a meaning, and nothing else has', () => {
  expect(Object.keys(eventMeanings).sort()).toEqual([...webhookEvents, deprecatedEvent].sort());
});

test('whatever JSON comes, a head is read from it and a plan made, and it fits the database', () => {
  const delivery = fc.record(
    { message: fc.anything(), callout: fc.anything(), customer: fc.anything(), subscription: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), delivery, fc.constantFrom(...webhookEvents)), (body) => {
      const head = readHead(body);
      expect(head.message ?? '').not.toMatch(/\p{C}/u);
      expect((head.message ?? '').length).toBeLessThanOrEqual(100);
      for (const id of [head.aboutId, head.customerId]) {
        if (id !== null) expect(Number.isSafeInteger(id) && id > 0).toBe(true);
      }
      expect(['callout', 'customer', 'nothing']).toContain(planFor(head).kind);
    }),
  );
});

test.each([
  ['CALLOUT_OWNED', 'owned'],
  ['RESPONDER_MANUALLY_DISPATCHED', 'dispatched'],
  ['RESPONDER_ACKNOWLEDGED_CALLOUT', 'dispatched'],
  ['RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA', 'dispatched'],
  ['CALLOUT_NO_LONGER_REQUIRES_RESPONSE', null],
  ['CALLOUT_EVENTS_CHANGED', null],
])('%s is about a callout and names the stage %s', (message, stage) => {
  const plan = planFor(readHead({ message, callout: { id: '5003' } }));
  expect(plan).toMatchObject({ kind: 'callout', calloutId: 5003, stage });
});

test.each<[unknown, ReturnType<typeof planFor>]>([
  [
    { message: 'SUBSCRIPTION_UPDATED', subscription: { id: 3, customerId: 7 } },
    { kind: 'customer', customerId: 7, isBirth: false },
  ],
  [
    { message: 'CREATED_CUSTOMER', customer: { id: 7 } },
    { kind: 'customer', customerId: 7, isBirth: true },
  ],
  [
    { message: 'SUBSCRIPTION_UPDATED', subscription: { id: 3 } },
    { kind: 'nothing', problem: 'unknown_shape' },
  ],
  [{ message: 'CALLOUT_OWNED' }, { kind: 'nothing', problem: 'unknown_shape' }],
  [
    { message: 'CALLOUT_OWNED', callout: { id: -1 } },
    { kind: 'nothing', problem: 'unknown_shape' },
  ],
  [
    { message: 'NEW_CALLOUT_FOR_INSTANCE', callout: { id: 1 } },
    { kind: 'callout', calloutId: 1, stage: null, isTalk: false },
  ],
  [
    { message: 'toString', callout: { id: 1 } },
    { kind: 'callout', calloutId: 1, stage: null, isTalk: false },
  ],
  [{ callout: { id: 1 } }, { kind: 'callout', calloutId: 1, stage: null, isTalk: false }],
  [
    { message: 'UPDATED_CUSTOMER', customer: { id: 7 } },
    { kind: 'customer', customerId: 7, isBirth: false },
  ],
  [{ message: 'GUARD_BOOKED' }, { kind: 'nothing', problem: 'unknown_event' }],
  [[], { kind: 'nothing', problem: 'unknown_shape' }],
  [null, { kind: 'nothing', problem: 'unknown_shape' }],
])('%j leads to %j', (body, plan) => {
  expect(planFor(readHead(body))).toEqual(plan);
});

test('each delivery is worked as long as it names its callout, whatever else is wrong with it', () => {
  for (const { body } of calloutSamples) {
    for (const mutation of mutationsOf(body)) {
      const plan = planFor(readHead(mutation.body));
      const isIdAway =
        ['', 'callout', 'callout.id'].includes(mutation.path) && mutation.what !== 'with an unknown key';
      if (!isIdAway) expect(plan.kind, `${mutation.path} ${mutation.what}`).toBe('callout');
      expect(() => compareCallout(mutation.body, { rawStatus: null, kind: 'real' })).not.toThrow();
    }
  }
  for (const { body } of answerSamples)
    for (const { body: spoilt } of mutationsOf(body)) planFor(readHead(spoilt));
});

test('an event is old news only when AURA was asked after it, or it tells of somebody who was just made', () => {
  const ms = fc.integer({ min: -600_000, max: 600_000 });
  const heardAt = new Date('2026-11-23T10:00:00Z');
  const around = (offset: number) => new Date(heardAt.getTime() + offset);
  fc.assert(
    fc.property(
      fc.record({ isBirth: fc.boolean(), isReplayed: fc.boolean() }),
      fc.record({ born: ms, told: fc.option(ms), isDeleted: fc.boolean() }),
      ({ isBirth, isReplayed }, { born, told, isDeleted }) => {
        const kept = { createdAt: around(born), reportedAt: told === null ? null : around(told), isDeleted };
        const isReported = told !== null && told > 0;
        const isJustMade = isBirth && born > -120_000;
        expect(isOldNews({ heardAt, isBirth, isReplayed }, kept)).toBe(
          isDeleted || (!isReplayed && (isReported || isJustMade)),
        );
      },
    ),
  );
});

test('tries become rarer and end, minutes after the first', () => {
  const pauses = Array.from(
    { length: MOST_ATTEMPTS - 1 },
    (_unused, before) => retryAfterMs(before + 1) ?? 0,
  );
  expect(pauses.every((pause, nth) => pause >= (pauses[nth - 1] ?? 1))).toBe(true);
  const whole = pauses.reduce((sum, pause) => sum + pause, 0);
  expect(whole).toBeGreaterThan(6 * 60_000);
  expect(whole).toBeLessThan(30 * 60_000);
  expect(retryAfterMs(MOST_ATTEMPTS)).toBeNull();
});
