import { type Posted, postedSchema } from '#lib/panic/answers.ts';
import { type Receipt, receiptSchema } from '#lib/panic/core/schema.ts';
import type { RaisePressInput } from '#lib/panic/schema.ts';
import { fetchJson, postJson } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

/** Longer than the server waits for AURA, so that its answer still arrives. */
export const POST_TIMEOUT_MS = 7_500;
const PROBE_TIMEOUT_MS = 4_000;

/** Sends a press to the stable route. Throws when the answer is not ours. */
export async function postPress(press: RaisePressInput & { pressToken: string }): Promise<Posted> {
  const response = await postJson(
    '/api/panic',
    { ...press, sentAt: now().toISOString() },
    { signal: AbortSignal.timeout(POST_TIMEOUT_MS) },
  );
  return postedSchema.parse(await response.json());
}

/** Withdraws a press. Gives its state then, or the refusal; throws without an answer of ours. */
export function postWithdrawal(pressId: string, pressToken: string): Promise<Posted> {
  return postAbout(pressId, 'withdraw', pressToken);
}

/** Ends the grace of a held press. Gives the same. */
export function postRelease(pressId: string, pressToken: string): Promise<Posted> {
  return postAbout(pressId, 'send', pressToken);
}

/** Remembers the chosen kind of help. Nothing waits for it: the press carries it, and this device keeps it. */
export async function postHelp(responseTypeId: number, pressToken: string): Promise<void> {
  const signal = AbortSignal.timeout(POST_TIMEOUT_MS);
  await postJson('/api/panic/help', { responseTypeId }, { bearer: pressToken, signal });
}

async function postAbout(pressId: string, action: 'withdraw' | 'send', pressToken: string): Promise<Posted> {
  const response = await postJson(`/api/panic/${pressId}/${action}`, null, {
    bearer: pressToken,
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  });
  return postedSchema.parse(await response.json());
}

/** Whether our server answers; the browser's own idea of the connection is unreliable. */
export async function isServerReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await fetch('/api/health/live', { cache: 'no-store', signal });
    return response.ok;
  } catch {
    // No connection, no DNS or a timeout: all mean that the server cannot be reached.
    return false;
  }
}

/** The receipt of a press, for the page that sent it. */
export function readReceipt(pressId: string, pressToken: string): Promise<Receipt> {
  return fetchJson(`/api/panic/${pressId}`, receiptSchema, { bearer: pressToken });
}
