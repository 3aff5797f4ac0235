import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, RETRY_MS, retryAfterMs } from './model.ts';
import { secretOf, signedHeaders } from './signature-model.ts';

const DAY_MS = 86_400_000;

test('retries last three days and end', () => {
  const total = RETRY_MS.reduce((sum, pause) => sum + pause, 0);
  expect(total).toBeGreaterThan(3 * DAY_MS);
  expect(total).toBeLessThan(3.5 * DAY_MS);
  expect(retryAfterMs(RETRY_MS.length, 0, null)).toBe(RETRY_MS.at(-1));
  expect(retryAfterMs(RETRY_MS.length + 1, 0, null)).toBeNull();
});

test('a pause is never shorter than its step, and at most a day longer than asked for', () => {
  const asked = fc.oneof(fc.constant(null), fc.string(), fc.nat().map(String));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      asked,
      (nth, random, after) => {
        const ms = retryAfterMs(nth, random, after);
        const step = RETRY_MS[nth - 1];
        expect(ms === null).toBe(step === undefined);
        expect(ms ?? 0).toBeGreaterThanOrEqual(step ?? 0);
        expect(ms ?? 0).toBeLessThanOrEqual(Math.max((step ?? 0) * 1.2 + 1, DAY_MS));
      },
    ),
  );
  expect(retryAfterMs(1, 0, '90')).toBe(90_000);
});

test('a signature is the one of the specification', () => {
  // The example of https://github.com/standard-webhooks/standard-webhooks.
  const headers = signedHeaders(
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}' },
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  );
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('each secret signs, the newest first', () => {
  const secrets = [secretOf(Buffer.alloc(32, 1)), secretOf(Buffer.alloc(32, 2))];
  const signed = signedHeaders({ id: 'evt_1', at: new Date(5_000), body: '{}' }, secrets);
  const of = (byte: number) =>
    createHmac('sha256', Buffer.alloc(32, byte)).update('evt_1.5.{}').digest('base64');
  expect(signed['webhook-signature']).toBe(`v1,${of(1)} v1,${of(2)}`);
});

test('a body has ids and states only', () => {
  const at = new Date(0);
  const ids = { at, sequence: 7, calloutId: 9, kind: 'real' } as const;
  expect(
    JSON.parse(bodyOf({ ...ids, type: 'callout.stage_changed', pressId: null, state: 'arrived' })),
  ).toEqual({
    type: 'callout.stage_changed',
    timestamp: '1970-01-01T00:00:00.000Z',
    data: { calloutId: 9, kind: 'real', stage: 'arrived', sequence: 7 },
  });
  expect(
    JSON.parse(bodyOf({ ...ids, type: 'press.settled', pressId: 'p', state: 'delivered' })).data,
  ).toEqual({
    pressId: 'p',
    calloutId: 9,
    kind: 'real',
    outcome: 'delivered',
    sequence: 7,
  });
});
