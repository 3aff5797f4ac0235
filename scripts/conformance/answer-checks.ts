// Switches about the form of answers: the parsed result must not change.
import assert from 'node:assert/strict';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import { type ShapeSwitch, shapeNames, shapeSwitches } from '#sandbox/control/shapes.ts';
import { type Bench, somewhere } from './bench.ts';
import type { SwitchCheck } from './exercise.ts';
import { exercises } from './exercises.ts';

type AnswerSwitch =
  | ShapeSwitch
  | 'emptyAnswers'
  | 'eventKeys'
  | 'eventShape'
  | 'givenReasonKey'
  | 'mapAnswer'
  | 'reasonKey'
  | 'senderKey'
  | 'senderPlace';

const reasonsHaveWords: SwitchCheck = async (bench) => {
  const { calloutId } = await bench.callout();
  const expected = { id: 102, description: 'Help is no longer needed' };
  const { exceptionReasons } = await bench.client.listExceptionReasons({ calloutId });
  const given = await bench.client.giveExceptionReason({ calloutId, exceptionReasonId: 102 });
  assert.deepEqual([exceptionReasons[1], given.createdExceptionReason], [expected, expected]);
};

async function saidGate(bench: Bench) {
  const { calloutId } = await bench.callout();
  await bench.client.sendEvent({ calloutId, source: 'customer', event: 'Blue gate' });
  return (await bench.client.listEvents({ calloutId })).events[0];
}

const saysWhoAndWhat: SwitchCheck = async (bench) => {
  const said = await saidGate(bench);
  assert.deepEqual([said?.text, said?.source], ['Blue gate', 'customer']);
};

/** The operations' exercises pass with either form. */
function rowsHold(...ids: readonly OperationId[]): SwitchCheck {
  return async (bench) => {
    for (const id of ids) {
      bench.freshen(1, bench.sandbox.world.switches);
      const call = await exercises[id](bench);
      await call({});
      const drift = Object.keys(bench.client.drift()[id] ?? {}).filter((key) => !key.includes('sandbox'));
      assert.deepEqual(drift, []);
    }
  };
}

// Safe because it has each of the names once.
const shapeChecks = Object.fromEntries(
  shapeNames.map((name) => [name, rowsHold(...shapeSwitches[name].of)]),
) as Record<ShapeSwitch, SwitchCheck>;

/** An empty success is accepted wherever its body is not needed. */
const confirmsWithOrWithoutBody: SwitchCheck = async (bench) => {
  const { calloutId, customerId } = await bench.callout();
  const { client } = bench;
  assert.equal((await client.updateLocation({ calloutId, ...somewhere })).closed, false);
  assert.equal((await client.updateLocationAndRead({ calloutId, ...somewhere })).closed, false);
  assert.equal((await client.sendEvent({ calloutId, source: 'customer', event: 'Hurry' })).closed, false);
  assert.equal((await client.cancelCallout({ calloutId })).closed, false);
  await client.giveExceptionReason({ calloutId, exceptionReasonId: 101 });
  await client.rateCallout({ calloutId, rating: 3 });
  await client.deleteCustomer({ customerId });
};

export const answerChecks: Record<AnswerSwitch, SwitchCheck> = {
  ...shapeChecks,
  emptyAnswers: confirmsWithOrWithoutBody,
  eventShape: async (bench) => {
    assert.equal((await saidGate(bench))?.text, 'Blue gate');
  },
  eventKeys: saysWhoAndWhat,
  senderKey: saysWhoAndWhat,
  senderPlace: saysWhoAndWhat,
  reasonKey: reasonsHaveWords,
  givenReasonKey: reasonsHaveWords,
  mapAnswer: async (bench, position) => {
    const { url, image } = await bench.client.readMap({ calloutId: await bench.closedCallout() });
    assert.deepEqual([url !== null, image !== null], position === 'url' ? [true, false] : [false, true]);
  },
};
