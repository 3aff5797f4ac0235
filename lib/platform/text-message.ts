import 'server-only';
import { env } from '#lib/platform/env.ts';
import { postJson } from '#lib/platform/outgoing.ts';

const SEND_TIMEOUT_MS = 5_000;

/** Sends a text message to a mobile (E.164). True when the gateway accepted it. */
export async function sendSms(to: string, body: string): Promise<boolean> {
  return postJson(
    env.SMS_WEBHOOK_URL,
    { to, body },
    { bearer: env.SMS_WEBHOOK_TOKEN, timeoutMs: SEND_TIMEOUT_MS },
  );
}
