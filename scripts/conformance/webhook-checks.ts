import assert from 'node:assert/strict';
import { deprecatedEvent, webhookEvents } from '#lib/aura/contract/webhooks.ts';
import { AuraError } from '#lib/aura/error.ts';
import type { Bench } from './bench.ts';
import { assertRefused } from './exercise.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export type WebhookSwitch =
  | 'deprecatedEvent'
  | 'dispatchEvent'
  | 'simulatorWebhooks'
  | 'webhookDelivery'
  | 'webhookLoopback';

type Check = (bench: Bench, position: string) => Promise<void>;

const events = ['NEW_CALLOUT', 'CALLOUT_OWNED', 'CALLOUT_EVENTS_CHANGED'];
const headers = { authorization: 'Bearer ours' };

async function withReceiver(bench: Bench, run: (receiver: Receiver) => Promise<void>): Promise<void> {
  const receiver = await startReceiver();
  try {
    bench.sandbox.world.switches.webhookLoopback = 'allowed';
    await bench.client.registerWebhook({ url: receiver.url, events, headers });
    await run(receiver);
  } finally {
    receiver.close();
  }
}

/** Causes a callout event and a message event, in that order. */
async function causeTwoEvents(bench: Bench): Promise<void> {
  const { calloutId } = await bench.callout();
  await bench.client.sendEvent({ calloutId, source: 'customer', event: 'Blue gate' });
}

const expected: Record<string, string[]> = {
  once: ['NEW_CALLOUT', 'CALLOUT_EVENTS_CHANGED'],
  doubled: ['NEW_CALLOUT', 'NEW_CALLOUT', 'CALLOUT_EVENTS_CHANGED', 'CALLOUT_EVENTS_CHANGED'],
  delayed: ['NEW_CALLOUT', 'CALLOUT_EVENTS_CHANGED'],
  reordered: ['CALLOUT_EVENTS_CHANGED', 'NEW_CALLOUT'],
};

/** AURA's refusal names the deprecated parameter. */
function saysTheName(error: unknown): boolean {
  return error instanceof AuraError && Boolean(error.revealUpstreamMessage()?.includes(deprecatedEvent));
}

export const webhookChecks: Record<WebhookSwitch, Check> = {
  webhookDelivery: (bench, position) =>
    withReceiver(bench, async (receiver) => {
      await causeTwoEvents(bench);
      const awaited = expected[position];
      if (awaited) {
        await receiver.until(awaited.length);
        const names = receiver.received.map(({ message }) => message);
        // Concurrent deliveries may arrive in either order.
        assert.deepEqual(
          position === 'reordered' ? names : names.toSorted(),
          position === 'reordered' ? awaited : awaited.toSorted(),
        );
        assert.equal(receiver.received[0]?.headers.authorization, headers.authorization);
        return;
      }
      // A dropped delivery cannot be awaited: the first to arrive must be the later one.
      bench.sandbox.world.switches.webhookDelivery = 'once';
      bench.sandbox.world.switches.simulatorWebhooks = 'on';
      bench.step((await bench.callout()).calloutId, 'own');
      await receiver.until(2);
      assert.deepEqual(receiver.received.map(({ message }) => message).toSorted(), [
        'CALLOUT_OWNED',
        'NEW_CALLOUT',
      ]);
    }),

  simulatorWebhooks: (bench, position) =>
    withReceiver(bench, async (receiver) => {
      const { calloutId } = await bench.callout();
      bench.step(calloutId, 'own');
      await bench.client.sendEvent({ calloutId, source: 'customer', event: 'Blue gate' });
      await receiver.until(position === 'on' ? 3 : 2);
      const hasStep = receiver.received.some(({ message }) => message === 'CALLOUT_OWNED');
      assert.equal(hasStep, position === 'on');
    }),

  deprecatedEvent: async (bench, position) => {
    const url = 'https://127.0.0.1:1/webhooks';
    const registering = bench.client.registerWebhook({ url, events: [...events, deprecatedEvent] });
    if (position === 'taken') assert.equal((await registering).registrations.length, 1);
    else await assert.rejects(registering, saysTheName);
    assert.equal(
      (await bench.client.registerWebhook({ url, events: [...webhookEvents] })).registrations.length,
      1,
    );
  },

  dispatchEvent: (bench, position) =>
    withReceiver(bench, async (receiver) => {
      Object.assign(bench.sandbox.world.switches, { simulatorWebhooks: 'on', deprecatedEvent: 'taken' });
      await bench.client.registerWebhook({ url: receiver.url, events: [position], headers });
      bench.step((await bench.callout()).calloutId, 'own', 'dispatch');
      await receiver.until(1);
      assert.equal(receiver.received[0]?.message, position);
    }),

  webhookLoopback: async ({ client }, position) => {
    const registering = client.registerWebhook({ url: 'http://localhost:1/webhooks', events });
    if (position === 'allowed') assert.equal((await registering).registrations.length, 1);
    else await assertRefused(registering, 400);
    await assertRefused(client.registerWebhook({ url: 'http://aura.test/webhooks', events }), 400);
    await assertRefused(
      client.registerWebhook({ url: 'https://localhost:1/', events: ['NO_SUCH_EVENT'] }),
      400,
    );
  },
};
