import { type Receipt, receiptSchema } from '#lib/panic/core/schema.ts';
import { type Posted, postedSchema, type RaisePressInput } from '#lib/panic/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

/** Longer than the server waits for AURA, so that what it knows by then is heard. */
export const POST_TIMEOUT_MS = 7_500;
const PROBE_TIMEOUT_MS = 4_000;

/** Sends a press through the stable door. Throws when what came back is no answer of ours. */
export async function postPress(press: RaisePressInput & { pressToken: string }): Promise<Posted> {
  const response = await fetch('/api/panic', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...press, sentAt: now().toISOString() }),
    cache: 'no-store',
    // It goes out also when the page is closed the moment after.
    keepalive: true,
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  });
  return postedSchema.parse(await response.json());
}

/** Takes a press back. Gives what is known of it then, or the refusal; throws when neither came. */
export function postWithdrawal(pressId: string, pressToken: string): Promise<Posted> {
  return postAbout(pressId, 'withdraw', pressToken);
}

/** Ends the grace of a held press. Gives the same. */
export function postRelease(pressId: string, pressToken: string): Promise<Posted> {
  return postAbout(pressId, 'send', pressToken);
}

async function postAbout(pressId: string, action: 'withdraw' | 'send', pressToken: string): Promise<Posted> {
  const response = await fetch(`/api/panic/${pressId}/${action}`, {
    method: 'POST',
    headers: { accept: 'application/json', authorization: `Bearer ${pressToken}` },
    cache: 'no-store',
    keepalive: true,
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  });
  return postedSchema.parse(await response.json());
}

/** Whether our server answers at all. What the browser believes about the connection is not asked. */
export async function isServerReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await fetch('/api/health/live', { cache: 'no-store', signal });
    return response.ok;
  } catch {
    // No connection, no name, no answer in time: to a person who waits for help they are the same.
    return false;
  }
}

/** What has become of a press, asked by the page that sent it. */
export function readReceipt(pressId: string, pressToken: string): Promise<Receipt> {
  return fetchJson(`/api/panic/${pressId}`, receiptSchema, { bearer: pressToken });
}
