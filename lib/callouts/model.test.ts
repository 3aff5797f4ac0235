import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Callout } from '#lib/callouts/answers.ts';
import {
  furthestStage,
  laterStage,
  mergeReading,
  passedThrough,
  responseAfterCancel,
  stageOfStatus,
  stageRead,
} from '#lib/callouts/model.ts';
import { type Stage, stages } from '#lib/vocabulary.ts';

const rankOf = (stage: Stage) => stages.indexOf(stage);
const seenStage = fc.option(fc.constantFrom(...stages), { nil: null });

test('through any loss, repetition and disorder a stage never goes back', () => {
  fc.assert(
    fc.property(fc.array(seenStage), (seen) => {
      let stage: Stage = 'raised';
      for (const next of seen) {
        const before = stage;
        stage = laterStage(before, next);
        expect(rankOf(stage)).toBeGreaterThanOrEqual(rankOf(before));
      }
    }),
  );
});

test('the final stage does not depend on the order of stages', () => {
  const heard = fc
    .array(seenStage)
    .chain((seen) => fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })));
  const endOf = (seen: readonly (Stage | null)[]) => seen.reduce<Stage>(laterStage, 'raised');
  fc.assert(
    fc.property(heard, ([seen, shuffled]) => {
      expect(endOf(shuffled)).toBe(endOf(seen));
      expect(endOf([...seen, ...shuffled])).toBe(endOf(seen));
    }),
  );
});

test('closed is final', () => {
  fc.assert(
    fc.property(fc.array(seenStage), (seen) => {
      expect(seen.reduce<Stage>(laterStage, 'closed')).toBe('closed');
    }),
  );
});

const instantOf = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second));
const text = fc.constantFrom(
  ...[
    'created',
    'Callout Owned',
    'Responder Dispatched',
    'Responder Cancelled',
    'On scene',
    'Closed',
    'Mystery',
  ],
);
/** A reading that began at some second, with an event's stage. */
const input = fc.record({
  rawStatus: fc.option(text, { nil: null }),
  named: fc.array(fc.constantFrom(...stages), { maxLength: 3 }),
  second: fc.integer({ min: 0, max: 59 }),
});
type Input = typeof input extends fc.Arbitrary<infer Value> ? Value : never;

const START = { stage: 'raised' as Stage, rawStatus: 'created', asOf: instantOf(0) };
type Known = Parameters<typeof mergeReading>[0];
const take = (known: Known, { rawStatus, named, second }: Input) =>
  mergeReading(known, { stage: stageRead(rawStatus, named), rawStatus }, instantOf(second));

test('whatever is read, in any order, twice or not at all: no stage goes back, and closed changes nothing', () => {
  fc.assert(
    fc.property(fc.array(input), (inputs) => {
      let known: Known = START;
      for (const each of inputs) {
        const next = take(known, each);
        expect(rankOf(next.stage)).toBeGreaterThanOrEqual(rankOf(known.stage));
        expect(next.asOf >= known.asOf).toBe(true);
        if (known.stage === 'closed') expect(next).toEqual(known);
        expect(take(next, each)).toEqual(next);
        known = next;
      }
    }),
  );
});

test('until the close, the order of readings changes neither the stage nor the newest text', () => {
  const unclosed = input.filter(({ rawStatus, named }) => stageRead(rawStatus, named) !== 'closed');
  const inOrders = fc
    .uniqueArray(unclosed, { selector: ({ second }) => second })
    .chain((inputs) =>
      fc.tuple(fc.constant(inputs), fc.shuffledSubarray(inputs, { minLength: inputs.length })),
    );
  fc.assert(
    fc.property(inOrders, ([inputs, shuffled]) => {
      const spoken = inputs.filter(({ rawStatus }) => rawStatus !== null);
      const one = spoken.reduce(take, START);
      const other = shuffled.filter(({ rawStatus }) => rawStatus !== null).reduce(take, START);
      expect(other).toEqual(one);
    }),
  );
});

test('a text that says nothing to us keeps the stage and is shown', () => {
  const known = { stage: 'owned' as Stage, rawStatus: 'Callout Owned', asOf: instantOf(1) };
  const reading = { stage: stageRead('Mystery', []), rawStatus: 'Mystery' };
  expect(mergeReading(known, reading, instantOf(2))).toEqual({
    stage: 'owned',
    rawStatus: 'Mystery',
    asOf: instantOf(2),
  });
});

const anyText = fc.option(fc.oneof(text, fc.string()), { nil: null });
const named = fc.array(fc.constantFrom(...stages), { maxLength: 4 });

test('of the way forward, the furthest counts that AURA’s text or an event names', () => {
  const forward = fc.array(fc.constantFrom<Stage>('raised', 'owned', 'dispatched', 'arrived', 'completed'));
  fc.assert(
    fc.property(anyText, forward, (rawStatus, events) => {
      const expected = events.reduce<Stage | null>(furthestStage, stageOfStatus(rawStatus));
      expect(stageRead(rawStatus, events)).toBe(expected);
    }),
  );
  expect(stageRead('Responder Dispatched', ['arrived'])).toBe('arrived');
  expect(stageRead('Responder Arrived', ['dispatched'])).toBe('arrived');
});

test('no event alone closes a callout, or calls off what AURA’s text says is going on', () => {
  fc.assert(
    fc.property(anyText, named, (rawStatus, events) => {
      const [read, seen] = [stageOfStatus(rawStatus), stageRead(rawStatus, events)];
      if (read !== 'closed') expect(seen).not.toBe('closed');
      if (read !== null && read !== 'cancelled') expect(seen).not.toBe('cancelled');
    }),
  );
  expect(stageRead('Responder Dispatched', ['cancelled', 'completed', 'closed'])).toBe('completed');
  expect(stageRead('Mystery', ['cancelled'])).toBe('cancelled');
});

test('stages that events named on the way are gone through in their order, each once', () => {
  expect(passedThrough('owned', 'completed', ['arrived', 'raised', 'dispatched', 'completed'])).toEqual([
    'dispatched',
    'arrived',
  ]);
  expect(passedThrough('cancelled', 'closed', ['arrived'])).toEqual([]);
});

describe('after a cancellation', () => {
  const fact = (stage: Stage | null, event: string | null = null) => ({
    at: instantOf(1).toISOString(),
    stage,
    event,
    source: 'poll' as const,
  });
  const told = (...timeline: Callout['timeline']) => responseAfterCancel({ timeline, closedAt: null })?.words;
  const before = [fact('raised'), fact('dispatched', 'Responder Dispatched'), fact('cancelled')];

  test.each([
    ['nothing', [], undefined],
    ['a text that dispatches again', [fact(null, 'Responder Dispatched')], 'Responder Dispatched'],
    ['an event of a stage that was not reached', [fact('arrived')], 'arrived'],
    ['a text that says nothing to us', [fact(null, 'Mystery')], undefined],
    ['a responder who is stood down', [fact(null, 'Responder Cancelled')], undefined],
    [
      'a dispatch that was cancelled, too',
      [fact(null, 'Responder Dispatched'), fact(null, 'Responder Cancelled')],
      undefined,
    ],
  ])('%s is returned as it is', (_what, after, words) => {
    expect(told(...before, ...after)).toBe(words);
  });

  test('nothing is returned for one that was never cancelled, or is closed', () => {
    expect(told(...before.slice(0, 2))).toBeUndefined();
    const timeline = [...before, fact(null, 'Responder Dispatched')];
    expect(responseAfterCancel({ timeline, closedAt: instantOf(2).toISOString() })).toBeNull();
  });
});

test('of two stages the further one counts, and any counts more than none', () => {
  fc.assert(
    fc.property(seenStage, seenStage, (one, other) => {
      const furthest = furthestStage(one, other);
      expect(furthest).toBe(furthestStage(other, one));
      for (const each of [one, other]) if (each) expect(laterStage(each, furthest)).toBe(furthest);
    }),
  );
});
