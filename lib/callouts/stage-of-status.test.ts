import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laterStage, stageOfStatus } from '#lib/callouts/model.ts';
import { type Stage, stages } from '#lib/vocabulary.ts';

test.each<[string | null, Stage | null]>([
  ['created', 'raised'],
  ['Callout created successfully', 'raised'],
  ['Callout created on scene', 'raised'],
  ['Callout Owned', 'owned'],
  ['Owned by the control room', 'owned'],
  ['Ownership taken', 'owned'],
  ['Responder Dispatched', 'dispatched'],
  ['Responder manually dispatched', 'dispatched'],
  ['Responder Dispatched, ETA 5 min', 'dispatched'],
  ['Dispatch Acknowledged', 'dispatched'],
  ['RESPONDER_ACKNOWLEDGED_CALLOUT', 'dispatched'],
  ['Responder Arrived', 'arrived'],
  ['Responder has arrived at the scene', 'arrived'],
  ['RESPONDER_ON_SCENE', 'arrived'],
  ['On scene', 'arrived'],
  ['The responder is at the scene', 'arrived'],
  ['Responder arrived at customer', 'arrived'],
  ['Responder Completed', 'completed'],
  ['Cancelled', 'cancelled'],
  ['canceled by customer', 'cancelled'],
  ['Callout Closed', 'closed'],
  ['CALLOUT_CLOSED', 'closed'],
  ['Callout has been closed', 'closed'],
  ['Closed by the control room', 'closed'],
  ['Closed (cancelled)', 'closed'],
])('the status %j is read as %j', (status, stage) => {
  expect(stageOfStatus(status)).toBe(stage);
});

test.each([
  '',
  'Responder Arriving',
  'Responder arriving soon',
  'Customer arrived',
  'Customer is on scene',
  'Completed by customer',
  'Dispatched by customer',
  'Closed for now',
  'Responder to arrive',
  'En route',
  'Awaiting Dispatch',
  'Pending dispatch',
  'To be dispatched',
  'Will be dispatched',
  'Ready to be dispatched',
  'Not dispatched',
  'Responder not yet dispatched',
  'No responder dispatched',
  'Nobody has been dispatched',
  '0 responders dispatched',
  "Responder hasn't arrived",
  'Responder dispatched?',
  'Dispatch failed',
  'Dispatch',
  'Responder dispatched in error',
  'Responder dispatched to the wrong address',
  'Acknowledged',
  'Unacknowledged',
  'Unowned',
  'Incomplete',
  'Uncompleted',
  'Responder Unable to Complete',
  'Never completed',
  'Almost completed',
  'Report completed',
  'Responder is close to the scene',
  'Left the scene',
  'Off scene',
  'close',
  'Not yet closed',
  'To be closed',
  'Cannot be closed',
  'Callout closed if nobody answers',
  'Responder Closed',
  'Responder arrived, gate closed',
  'Road closed',
  'Disclosed to police',
  'Cancellation Requested',
  'Cancellation declined',
  'Cancel pending',
  'Not cancelled',
  'Callout Cancelled by Responder',
  'Responder Cancelled',
  'Reopened',
  'Recreated',
  'Resolved',
  'Stood down',
  'Still waiting',
  'Mystery',
  'закрыто closed',
])('the status %j says nothing to us', (status) => {
  expect(stageOfStatus(status)).toBeNull();
});

test('no text says nothing', () => {
  expect(stageOfStatus(null)).toBeNull();
});

test('a word that we do not know makes any text say nothing', () => {
  const read = fc.constantFrom(
    'created',
    'Callout Owned',
    'Responder Dispatched',
    'Responder Arrived',
    'Responder Completed',
    'Cancelled',
    'Callout Closed',
  );
  const strange = fc
    .oneof(
      fc.constantFrom(
        'not',
        'no',
        'never',
        'awaiting',
        'pending',
        'failed',
        'unable',
        'if',
        'when',
        'soon',
        'cannot',
      ),
      fc.stringMatching(/^[a-z]{3,12}$/).map((word) => `x${word}x`),
    )
    .filter((word) => stageOfStatus(word) === null);
  fc.assert(
    fc.property(read, strange, fc.nat(), (text, word, where) => {
      expect(stageOfStatus(text)).not.toBeNull();
      const words = text.split(' ');
      words.splice(where % (words.length + 1), 0, word);
      expect(stageOfStatus(words.join(' '))).toBeNull();
    }),
  );
});

test('a responder who is stood down ends nothing: "Responder Cancelled" is no stage', () => {
  for (const status of ['Responder Cancelled', 'RESPONDER CANCELLED', 'responder canceled']) {
    expect(stageOfStatus(status)).toBeNull();
    for (const stage of stages) expect(laterStage(stage, stageOfStatus(status))).toBe(stage);
  }
});

test('a status means the same in any letter case and with any punctuation', () => {
  const spoken = fc.oneof(fc.string(), fc.constantFrom('Callout Closed', 'Responder On-Scene', 'created'));
  fc.assert(
    fc.property(spoken, (status) => {
      const upper = status.toUpperCase();
      expect(stageOfStatus(upper)).toBe(stageOfStatus(upper.toLowerCase()));
      expect(stageOfStatus(` ${status}. `)).toBe(stageOfStatus(status));
    }),
  );
});
