import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterStage, stageOfStatus, trackingPresentation } from '#lib/callouts/model.ts';
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
