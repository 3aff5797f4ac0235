import 'server-only';
import { env } from '#lib/platform/env.ts';
import { postJson, postJsonForId, type Taken } from '#lib/platform/outgoing.ts';

const SEND_TIMEOUT_MS = 5_000;

/** Sends a text message to a mobile (E.164). True when the gateway accepted it. */
export async function sendSms(to: string, body: string): Promise<boolean> {
  return postJson(
    env.SMS_WEBHOOK_URL,
    { to, body },
    { bearer: env.SMS_WEBHOOK_TOKEN, timeoutMs: SEND_TIMEOUT_MS },
  );
}

/** {@link sendSms}, with the gateway's name for the message where it answers `{"id"}`. */
export async function sendSmsForId(to: string, body: string): Promise<Taken> {
  return postJsonForId(
    env.SMS_WEBHOOK_URL,
    { to, body },
    { bearer: env.SMS_WEBHOOK_TOKEN, timeoutMs: SEND_TIMEOUT_MS },
  );
}

/** By the second gateway, another company's, which does not get the first one's bearer. False without one. */
export async function sendSmsBySecondRoute(to: string, body: string): Promise<boolean> {
  const url = env.SMS_FALLBACK_WEBHOOK_URL;
  return url !== undefined && postJson(url, { to, body }, { timeoutMs: SEND_TIMEOUT_MS });
}
