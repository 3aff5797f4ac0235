import 'server-only';
import { env } from '#lib/platform/env.ts';
import { counter } from '#lib/platform/metrics.ts';
import { postJson, postJsonForId, type Taken } from '#lib/platform/outgoing.ts';

const SEND_TIMEOUT_MS = 5_000;

const texts = counter({
  name: 'vigil_texts_total',
  help: 'Text messages that a gateway was asked to send, by route and by whether it took them.',
  labelNames: ['route', 'outcome'],
});

for (const route of ['first', 'second'] as const) {
  for (const outcome of ['taken', 'failed']) texts.inc({ route, outcome }, 0);
}

function count(route: 'first' | 'second', isTaken: boolean): void {
  texts.inc({ route, outcome: isTaken ? 'taken' : 'failed' });
}

/** Sends a text message to a mobile (E.164). True when the gateway accepted it. */
export async function sendSms(to: string, body: string): Promise<boolean> {
  const isTaken = await postJson(
    env.SMS_WEBHOOK_URL,
    { to, body },
    { bearer: env.SMS_WEBHOOK_TOKEN, timeoutMs: SEND_TIMEOUT_MS },
  );
  count('first', isTaken);
  return isTaken;
}

/** {@link sendSms}, with the gateway's name for the message where it answers `{"id"}`. */
export async function sendSmsForId(to: string, body: string): Promise<Taken> {
  const taken = await postJsonForId(
    env.SMS_WEBHOOK_URL,
    { to, body },
    { bearer: env.SMS_WEBHOOK_TOKEN, timeoutMs: SEND_TIMEOUT_MS },
  );
  count('first', taken.isTaken);
  return taken;
}

/** By the second gateway, another company's, which does not get the first one's bearer. False without one. */
export async function sendSmsBySecondRoute(to: string, body: string): Promise<boolean> {
  const url = env.SMS_FALLBACK_WEBHOOK_URL;
  if (url === undefined) return false;
  const isTaken = await postJson(url, { to, body }, { timeoutMs: SEND_TIMEOUT_MS });
  count('second', isTaken);
  return isTaken;
}
