import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asked } from './next.ts';
import type { AuraCallout } from './press.ts';
import { ANSWER_KEPT_MS, callKey, mayShare, shareableAnswer } from './shared-call.ts';

const callout: AuraCallout = {
  ...{ calloutId: 7, rawStatus: null, trackingUrl: null, responseTypeId: null },
  ...{ isTest: null, createdAt: null, place: null },
};
const at = (ms: number) => new Date(1_790_000_000_000 + ms);
const asked = (more: Partial<Asked<'create'>> = {}): Asked<'create'> => ({
  ...{ pressId: 'second', receivedAt: at(0), customerId: 1, kind: 'real', responseTypeId: null },
  where: { predefinedLocationId: 1 },
  ...more,
});
const call = (answeredMs: number | null, askedBy: string[] = ['first']) => ({
  askedBy: new Set(askedBy),
  answer: answeredMs === null ? null : { callout, at: at(answeredMs) },
});
const MS = fc.integer({ min: -20_000, max: 20_000 });

test('a call that is under way is shared with every press that has not asked by it', () => {
  expect(mayShare(call(null), asked(), at(0))).toBe(true);
  expect(mayShare(call(null, ['second']), asked(), at(0))).toBe(false);
});

test('an answer is never given to a press that was received after it, nor kept for long', () => {
  fc.assert(
    fc.property(MS, MS, MS, (answered, received, now) => {
      const isShared = mayShare(call(answered), asked({ receivedAt: at(received) }), at(now));
      expect(isShared).toBe(received <= answered && now - answered <= ANSWER_KEPT_MS);
    }),
  );
});

test('a press takes an answer once, so that one that did not help is not taken again', () => {
  expect(mayShare(call(10), asked(), at(20))).toBe(true);
  expect(mayShare(call(10, ['first', 'second']), asked(), at(20))).toBe(false);
});

test('persons, tests and kinds of help have calls of their own', () => {
  const keys = [
    {},
    { customerId: 2 },
    { kind: 'test' as const },
    { responseTypeId: 1 },
    { responseTypeId: 2 },
  ];
  expect(new Set(keys.map((more) => callKey(asked(more)))).size).toBe(keys.length);
  expect(callKey(asked({ pressId: 'third', receivedAt: at(9) }))).toBe(callKey(asked()));
});

test('only a callout that may bring help is shared', () => {
  const created = (more: Partial<AuraCallout>) => ({
    kind: 'created' as const,
    callout: { ...callout, ...more },
  });
  expect(shareableAnswer(created({}), asked())).toMatchObject({ calloutId: 7 });
  expect(shareableAnswer(created({ isTest: true }), asked())).toBeNull();
  expect(shareableAnswer(created({ rawStatus: 'Cancelled' }), asked())).toBeNull();
  const problem = 'aura_unavailable';
  expect(shareableAnswer({ kind: 'failed', problem, mayExist: true }, asked())).toBeNull();
  expect(shareableAnswer({ kind: 'rejected', problem: 'refused', mayExist: false }, asked())).toBeNull();
});
