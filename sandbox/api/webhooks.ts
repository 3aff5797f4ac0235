import { deprecatedEvent, webhookEvents } from '#lib/aura/contract/webhooks.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { createdStatus, type Handlers } from './handler.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const known: ReadonlySet<string> = new Set(webhookEvents);

function refuseAddress(sandbox: Sandbox, text: string): void {
  const url = new URL(text);
  if (url.protocol === 'https:') return;
  const isLocal = url.protocol === 'http:' && loopback.has(url.hostname);
  if (!isLocal || sandbox.world.switches.webhookLoopback === 'refused') {
    throw new Refusal(400, 'url: must be https');
  }
}

export const webhooks: Handlers<'registerWebhook'> = {
  registerWebhook: (sandbox, { body }) => {
    refuseAddress(sandbox, body.url);
    const isOldTaken = sandbox.world.switches.deprecatedEvent === 'taken';
    const unknown = body.events.filter(
      (event) => !known.has(event) && !(isOldTaken && event === deprecatedEvent),
    );
    if (unknown.length > 0) throw new Refusal(400, `Unknown event ${unknown.join(', ')}.`);
    const { url, events, headers = {} } = body;
    sandbox.world.webhook = { url, events, headers };
    return {
      status: createdStatus(sandbox),
      body: { message: 'Success', notifier: { config: [{ url, events, method: 'webhook', headers }] } },
    };
  },
};
