import 'server-only';
import webpush from 'web-push';
import type { Channel } from '#lib/identity/push-channel.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { counter } from '#lib/platform/metrics.ts';
import { postToPublic } from '#lib/platform/outgoing-public.ts';
import type { PushSubject } from '#lib/vocabulary.ts';
import { outcomeOf, type PushOutcome } from './notice-model.ts';
import { vapidSubject } from './vapid.ts';

const TIMEOUT_MS = 8_000;

const pushes = counter({
  name: 'vigil_pushes_total',
  help: 'Pushes that a push service was asked to deliver, by what became of it.',
  labelNames: ['outcome'],
});
for (const outcome of ['taken', 'gone', 'refused', 'later'] as const) pushes.inc({ outcome }, 0);

type Sending = { about: PushSubject; payload: string; ttlMs: number };
type Sent = { outcome: PushOutcome; retryAfter: string | null };

/** Encrypts a push for one device and hands it to its push service. Never rejects. */
export async function sendPush(channel: Channel, sending: Sending): Promise<Sent> {
  const sent = await send(channel, sending);
  pushes.inc({ outcome: sent.outcome });
  return sent;
}

async function send(channel: Channel, sending: Sending): Promise<Sent> {
  const request = encrypted(channel, sending);
  // No push service could take it, now or later.
  if (!request) return { outcome: 'gone', retryAfter: null };
  const answer = await postToPublic(channel.endpoint, {
    ...request,
    timeoutMs: TIMEOUT_MS,
    mayBeLoopback: !env.isLive,
  });
  const service = new URL(channel.endpoint).host;
  switch (answer.kind) {
    case 'refused':
      log.warn({ service }, 'a push endpoint leads to our own network: the subscription is removed');
      return { outcome: 'gone', retryAfter: null };
    case 'unanswered':
      return { outcome: 'later', retryAfter: null };
    case 'answered': {
      const outcome = outcomeOf(answer.status);
      if (outcome === 'refused')
        log.warn({ service, status: answer.status }, 'a push service refused a push');
      return { outcome, retryAfter: answer.retryAfter };
    }
  }
}

function encrypted({ endpoint, keys, vapid }: Channel, { about, payload, ttlMs }: Sending) {
  try {
    const { headers, body } = webpush.generateRequestDetails({ endpoint, keys }, payload, {
      vapidDetails: { subject: vapidSubject(), ...vapid },
      contentEncoding: 'aes128gcm',
      TTL: Math.ceil(ttlMs / 1_000),
      urgency: 'high',
      // What still waits at the push service is replaced by what is newer.
      topic: about,
    });
    const named = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    return { headers: Object.fromEntries(named), body: Buffer.from(body ?? '') };
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a push cannot be encrypted: the subscription is removed');
    return null;
  }
}
