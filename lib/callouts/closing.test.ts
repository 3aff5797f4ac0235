import { beforeEach, describe, expect, test } from 'vitest';
import { pollOpenCallouts } from '#lib/callouts/poll-open-callouts.ts';
import { watchOpenCallouts } from '#lib/callouts/watch-open-callouts.ts';
import { pool } from '#lib/db/database.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';

const world = await testWorld();

const USUAL = {
  nestedStatus: 'present',
  closedRead: 'answered',
  statusTexts: 'invented',
  cancelledCallout: 'stays_active',
};

beforeEach(async () => {
  await world.restoreAura();
  await world.flip(USUAL);
  await pool().query('truncate following, webhook_event');
  await pool().query('update callout set closed_at = now() where closed_at is null');
});

const job = systemActor('test');
const viewer = operatorActor('viewer', 'operator-1', 'Operator');

async function round(): Promise<void> {
  // The list is read once a second at most; pretend that a second has passed.
  processSingleton('list-last', () => ({ at: new Date(0) })).at = new Date(0);
  await pool().query('update following set round_at = null, reads_left = 50');
  await watchOpenCallouts(job, {});
  await pollOpenCallouts(job, { which: 'changed' });
  await pollOpenCallouts(job, { which: 'in_turn', most: 16 });
}

/** Ages the stored state of open callouts. */
async function letPass(time: string): Promise<void> {
  const columns = ['unlisted_since', 'missing_since', 'as_of', 'asked_at', 'detail_at', 'read_at'];
  const older = columns.map((column) => `${column} = ${column} - $1::interval`).join();
  await pool().query(`update callout set ${older} where closed_at is null`, [time]);
}

async function calloutOf(calloutId: number) {
  const read = await readCallout(viewer, { calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function deliver(message: string, calloutId: number): Promise<void> {
  const body = JSON.stringify({ message, callout: { id: calloutId } });
  await receiveWebhookEvent(systemActor('webhook.receive'), { body });
  await processWebhookEvents(systemActor('webhook.process'), {});
}

async function refuseAll(operation: string, status: number): Promise<void> {
  await fetch(`${world.sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation, effect: 'status', status }),
  });
}

const WAY = ['own', 'dispatch', 'arrive', 'complete'] as const;
const EVENTS = {
  own: ['CALLOUT_OWNED', 'owned'],
  dispatch: ['RESPONDER_MANUALLY_DISPATCHED', 'dispatched'],
  arrive: ['RESPONDER_ARRIVED_ON_SCENE', 'arrived'],
  complete: ['RESPONDER_COMPLETED', 'completed'],
  close: ['CALLOUT_CLOSED', 'closed'],
} as const;

const every = ['present', 'absent'].flatMap((nestedStatus) =>
  ['answered', '404'].flatMap((closedRead) =>
    ['invented', 'documented'].map((statusTexts) => ({ nestedStatus, closedRead, statusTexts })),
  ),
);

describe.each(every)(
  'with $nestedStatus single texts, closed ones $closedRead, $statusTexts texts',
  (how) => {
    test('a callout that AURA closes ends here without any event, in bounded time', async () => {
      await world.flip(how);
      const { calloutId } = await raiseTestCallout();
      await round();
      for (const step of [...WAY, 'close']) {
        await world.step(calloutId, step);
        await round();
      }
      for (const time of ['5 s', '15 min', '0 s']) {
        await letPass(time);
        await round();
      }
      expect(await calloutOf(calloutId)).toMatchObject({ stage: 'closed', closedAt: expect.any(String) });
    });

    test('each step is seen through its event, and the close with what AURA answers next', async () => {
      await world.flip(how);
      const { calloutId } = await raiseTestCallout();
      await round();
      for (const step of [...WAY, 'close'] as const) {
        await world.step(calloutId, step);
        const [event, stage] = EVENTS[step];
        await deliver(event, calloutId);
        if (step === 'close') await round();
        expect((await calloutOf(calloutId)).stage).toBe(stage);
      }
    });

    test('an event of a close that AURA does not bear out closes nothing', async () => {
      await world.flip(how);
      const { calloutId } = await raiseTestCallout();
      await round();
      expect((await calloutOf(calloutId)).closeReportedAt).toBeNull();
      await deliver('CALLOUT_CLOSED', calloutId);
      expect((await calloutOf(calloutId)).closeReportedAt).not.toBeNull();
      for (const step of WAY) {
        await letPass('1 hour');
        await world.step(calloutId, step);
        await round();
        await deliver('CALLOUT_CLOSED', calloutId);
        expect((await calloutOf(calloutId)).closedAt).toBeNull();
      }
      await letPass('1 hour');
      await round();
      expect((await calloutOf(calloutId)).closedAt).toBeNull();
      await world.step(calloutId, 'close');
      await round();
      const closed = await calloutOf(calloutId);
      expect(closed.closedAt).not.toBeNull();
      expect(closed.closeReportedAt).toBeNull();
    });

    test('a cancelled callout that is not active any more ends here', async () => {
      await world.flip({ ...how, cancelledCallout: 'ends' });
      const { calloutId } = await raiseTestCallout();
      await round();
      await auraClient().cancelCallout({ calloutId });
      await round();
      await round();
      expect((await calloutOf(calloutId)).closedAt).toBeNull();
      // With a text in the list only, nothing shows the cancellation before it left.
      await letPass(how.nestedStatus === 'absent' ? '15 min' : '2 min');
      await round();
      const { closedAt, timeline } = await calloutOf(calloutId);
      expect(closedAt).not.toBeNull();
      expect(timeline.at(-1)?.event).toBe('No longer among AURA’s active callouts');
    });
  },
);

describe('evidence of a close', () => {
  async function onItsWay() {
    const { calloutId } = await raiseTestCallout();
    await round();
    for (const step of WAY) await world.step(calloutId, step);
    await round();
    return calloutId;
  }

  test('a 404 counts when it is said again', async () => {
    await world.flip({ closedRead: '404' });
    const calloutId = await onItsWay();
    await world.step(calloutId, 'close');
    await round();
    expect((await calloutOf(calloutId)).closedAt).toBeNull();
    await letPass('5 s');
    await round();
    expect((await calloutOf(calloutId)).timeline.at(-1)).toMatchObject({
      stage: 'closed',
      event: 'AURA has no such callout any more',
      source: 'poll',
    });
  });

  test('silence is none, however long', async () => {
    const calloutId = await onItsWay();
    await world.breakAura('any', 'html_page');
    await world.step(calloutId, 'close');
    await letPass('2 days');
    await round();
    expect(await calloutOf(calloutId)).toMatchObject({ stage: 'completed', closedAt: null });
  });

  test('an event of it is kept while AURA does not answer, and counts when it does', async () => {
    await world.flip({ statusTexts: 'documented' });
    const calloutId = await onItsWay();
    await world.step(calloutId, 'close');
    await world.breakAura('any', 'html_page');
    await deliver('CALLOUT_CLOSED', calloutId);
    expect((await calloutOf(calloutId)).closedAt).toBeNull();
    await world.restoreAura();
    await letPass('5 s');
    await round();
    const { timeline } = await calloutOf(calloutId);
    expect(timeline.at(-1)).toMatchObject({ stage: 'closed', event: 'AURA sent the event of its close' });
  });

  test('“not found” to everything is a fault, and none', async () => {
    const ids = [await onItsWay(), await onItsWay()];
    for (const operation of ['listActiveCallouts', 'readCallout']) await refuseAll(operation, 404);
    for (const time of ['0 s', '1 hour', '1 hour']) {
      await letPass(time);
      await round();
    }
    for (const id of ids) expect((await calloutOf(id)).closedAt).toBeNull();
  });

  test('a list that has it again begins anew', async () => {
    await world.flip({ cancelledCallout: 'ends', statusTexts: 'documented' });
    const { calloutId } = await raiseTestCallout();
    await round();
    await auraClient().cancelCallout({ calloutId });
    for (let lists = 0; lists < 3; lists += 1) await round();
    await world.flip({ cancelledCallout: 'stays_active' });
    await round();
    await letPass('1 hour');
    await round();
    expect((await calloutOf(calloutId)).closedAt).toBeNull();
  });
});

test('a list that is empty by a fault of AURA’s closes nothing, and what is closed then ends when it works again', async () => {
  // Without a text, a closed callout looks like one that a faulty list omits.
  await world.flip({ nestedStatus: 'absent', statusTexts: 'documented' });
  const ids = (await Promise.all(Array.from({ length: 3 }, () => raiseTestCallout()))).map(
    (one) => one.calloutId,
  );
  await round();
  for (const step of [...WAY, 'close']) for (const id of ids) await world.step(id, step);
  for (const time of ['0 s', '5 s', '1 hour', '1 hour']) {
    await letPass(time);
    await round();
  }
  for (const id of ids) expect((await calloutOf(id)).closedAt).toBeNull();
  await raiseTestCallout();
  await round();
  await letPass('5 s');
  await round();
  for (const id of ids) expect((await calloutOf(id)).closedAt).not.toBeNull();
});
