import { afterEach, expect, test } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { applyMessages } from '#lib/following/messages/store.ts';
import { followChanges } from '#lib/following/page/follow-changes.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { cancelCallout } from './cancel-callout.ts';
import { readCancellations } from './read-cancellations.ts';

// After *I am safe* nothing that the person's device can read or receive reveals whether the code was right.

const world = await testWorld();

afterEach(async () => {
  await world.flip({ wrongSafeCode: 'refused', cancelledCallout: 'stays_active' });
});

const operator = operatorActor('operator', 'operator-1', 'Olga');
const meOf = (mine: TestCallout) => personActor(mine.personId, '192.0.2.1');
const rightCode = (mine: TestCallout) => mine.mobile.slice(-4);
const wrongCode = (mine: TestCallout) => `${(Number(rightCode(mine)) + 1) % 10_000}`.padStart(4, '0');

async function listen(actor: Parameters<typeof followChanges>[0]) {
  const followed = await followChanges(actor, {});
  if (!followed.ok) throw new Error(followed.code);
  const heard: string[] = [];
  const leave = followed.value.subscribe((news) =>
    heard.push(news.kind === 'change' ? news.topic : news.kind),
  );
  await eventually(() => expect(heard).toContain('live'));
  return { heard, leave };
}

/** Says *I am safe*, lets AURA continue, and returns what was received meanwhile. */
async function heardAfter(codeOf: (mine: TestCallout) => string) {
  const mine = await raiseTestCallout();
  const [own, all] = [await listen(meOf(mine)), await listen(operator)];
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: codeOf(mine) });
  await eventually(async () => {
    const read = await readCancellations(operator, { calloutId: mine.calloutId });
    expect(read).toMatchObject({
      value: { cancellations: [{ state: expect.not.stringMatching('waiting') }] },
    });
  });
  // The response continues only where AURA did not stop it.
  if (codeOf === wrongCode) await world.step(mine.calloutId, 'own');
  await refreshCallout(systemActor('test'), { calloutId: mine.calloutId, source: 'poll' });
  await eventually(() => expect(all.heard).toContain(`callout:${mine.calloutId}`));
  own.leave();
  all.leave();
  return { mine, heard: own.heard };
}

test('the person’s stream is the same after a wrong code as after a right one', async () => {
  const [right, wrong] = [await heardAfter(rightCode), await heardAfter(wrongCode)];
  expect(right.heard).toEqual(['live']);
  expect(wrong.heard).toEqual(['live']);
});

test('the close is still sent', async () => {
  const mine = await raiseTestCallout();
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: wrongCode(mine) });
  const { heard, leave } = await listen(meOf(mine));
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
    await world.step(mine.calloutId, step);
  await refreshCallout(systemActor('test'), { calloutId: mine.calloutId, source: 'poll' });
  await eventually(() => expect(heard).toContain(`callout:${mine.calloutId}`));
  leave();
});

test('practising is no cry for help: it brings nothing back', async () => {
  const mine = await raiseTestCallout();
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: wrongCode(mine) });
  const press = (kind: 'real' | 'test') =>
    raisePress(meOf(mine), {
      pressId: crypto.randomUUID(),
      pressedAt: new Date().toISOString(),
      kind,
      location: {
        latitude: -26.1,
        longitude: 28.05,
        accuracy: 10,
        fixedAt: new Date().toISOString(),
        source: 'live',
      },
    });
  const safeAskedAt = async () => {
    const read = await readCallout(meOf(mine), { calloutId: mine.calloutId });
    return read.ok && read.value.safeAskedAt;
  };
  await press('test');
  expect(await safeAskedAt()).toEqual(expect.any(String));
  expect(await press('real')).toMatchObject({ value: { receipt: { calloutId: mine.calloutId } } });
  expect(await safeAskedAt()).toBeNull();
});

test('a receipt does not say that the earlier alarm was cancelled', async () => {
  const { mine } = await heardAfter(rightCode);
  const raised = await raisePress(meOf(mine), {
    pressId: crypto.randomUUID(),
    pressedAt: new Date().toISOString(),
    location: {
      latitude: -26.1,
      longitude: 28.05,
      accuracy: 10,
      fixedAt: new Date().toISOString(),
      source: 'live',
    },
  });
  expect(raised).toMatchObject({ value: { receipt: { state: 'recorded', problem: null } } });
});

test('what AURA writes in the person’s name afterwards is not shown to them', async () => {
  const mine = await raiseTestCallout();
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: rightCode(mine) });
  const at = new Date(Date.now() + 1_000);
  const said = { saidAt: null, isFromCustomer: true, isSaidByCustomer: true };
  await applyMessages(mine.calloutId, [{ eventId: 1, text: 'Cancelled by the customer', ...said }], {
    askedAt: at,
    at,
  });
  expect(await readMessages(meOf(mine), { calloutId: mine.calloutId })).toMatchObject({
    value: { messages: [] },
  });
  expect(await readMessages(operator, { calloutId: mine.calloutId })).toMatchObject({
    value: { messages: [{ text: 'Cancelled by the customer' }] },
  });
});
