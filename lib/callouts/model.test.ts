import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  furthestStage,
  laterStage,
  learn,
  stageOfStatus,
  stageRead,
  trackingPresentation,
} from '#lib/callouts/model.ts';
import { type Stage, stages } from '#lib/callouts/schema.ts';

const rankOf = (stage: Stage) => stages.indexOf(stage);
const seenStage = fc.option(fc.constantFrom(...stages), { nil: null });

test.each<[string | null, Stage | null]>([
  ['created', 'raised'],
  ['Callout Owned', 'owned'],
  ['Ownership taken', 'owned'],
  ['Responder Dispatched', 'dispatched'],
  ['Dispatch Acknowledged', 'dispatched'],
  ['Responder Arrived', 'arrived'],
  ['RESPONDER_ON_SCENE', 'arrived'],
  ['On scene', 'arrived'],
  ['Responder Completed', 'completed'],
  ['Cancelled', 'cancelled'],
  ['canceled by customer', 'cancelled'],
  ['Callout Closed', 'closed'],
  ['close', null],
  ['Responder is close to the scene', null],
  ['Closed (cancelled)', 'closed'],
  ['Disclosed to police', null],
  ['Still waiting', null],
  ['', null],
  [null, null],
])('the status %j is read as %j', (status, stage) => {
  expect(stageOfStatus(status)).toBe(stage);
});

test('a responder who is stood down ends nothing: "Responder Cancelled" is no stage', () => {
  const spellings = ['Responder Cancelled', 'RESPONDER CANCELLED', 'responder canceled'];
  for (const status of spellings) {
    expect(stageOfStatus(status)).toBeNull();
    for (const stage of stages) expect(laterStage(stage, stageOfStatus(status))).toBe(stage);
  }
});

test('a status means the same in any letter case', () => {
  fc.assert(
    fc.property(fc.string(), (status) => {
      expect(stageOfStatus(status.toUpperCase())).toBe(stageOfStatus(status.toUpperCase().toLowerCase()));
    }),
  );
});

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

test('the order in which stages are heard of does not change where a callout ends', () => {
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

test.each([
  ['auto', true, 'frame'],
  ['auto', false, 'link'],
  ['embed', true, 'frame'],
  ['embed', false, 'frame'],
  ['redirect', true, 'redirect'],
  ['redirect', false, 'redirect'],
] as const)('in mode %s, framing %s, tracking is shown as a %s', (mode, mayFrame, presentation) => {
  expect(trackingPresentation(mode, mayFrame)).toBe(presentation);
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
/** What a reading that began at some second showed, with what an event named. */
const input = fc.record({
  rawStatus: fc.option(text, { nil: null }),
  named: seenStage,
  second: fc.integer({ min: 0, max: 59 }),
});
type Input = typeof input extends fc.Arbitrary<infer Value> ? Value : never;

const START = { stage: 'raised' as Stage, rawStatus: 'created', asOf: instantOf(0) };
type Known = Parameters<typeof learn>[0];
const take = (known: Known, { rawStatus, named, second }: Input) =>
  learn(known, { stage: stageRead(rawStatus, named), rawStatus }, instantOf(second));

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

test('until it closes, the order of readings changes neither the stage nor the newest words', () => {
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
  const reading = { stage: stageRead('Mystery', null), rawStatus: 'Mystery' };
  expect(learn(known, reading, instantOf(2))).toEqual({
    stage: 'owned',
    rawStatus: 'Mystery',
    asOf: instantOf(2),
  });
});

test('AURA’s text decides over what an event named; only a text without a stage lets the event decide', () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(text, fc.string()), { nil: null }), seenStage, (rawStatus, named) => {
      expect(stageRead(rawStatus, named)).toBe(stageOfStatus(rawStatus) ?? named);
      if (stageOfStatus(rawStatus) !== null)
        expect(stageRead(rawStatus, named)).toBe(stageOfStatus(rawStatus));
    }),
  );
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
