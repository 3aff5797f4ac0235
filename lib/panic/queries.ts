import type { CoveredHere } from '#lib/coverage/schema.ts';
import {
  type CalloutHere,
  type Posted,
  readCalloutHere,
  readPosted,
  readStanding,
  type Standing,
} from '#lib/panic/answers.ts';
import type { RaisePressInput } from '#lib/panic/schema.ts';
import { flagOrNull } from '#lib/platform/answer-parts.ts';
import { fetchJson, getJson, postJson } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

/** Longer than the server waits for AURA, so that its answer still arrives. */
export const POST_TIMEOUT_MS = 7_500;
const PROBE_TIMEOUT_MS = 4_000;
const COVERED_TIMEOUT_MS = 8_000;

/** Sends a press to the stable route. Throws when the answer is not ours. */
export async function postPress(press: RaisePressInput & { pressToken: string }): Promise<Posted> {
  const response = await postJson(
    '/api/panic',
    { ...press, sentAt: now().toISOString() },
    { signal: AbortSignal.timeout(POST_TIMEOUT_MS) },
  );
  return readPosted(await response.json());
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
  return readPosted(await response.json());
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
export function readReceipt(pressId: string, pressToken: string): Promise<Standing> {
  return fetchJson(`/api/panic/${pressId}`, { parse: readStanding }, { bearer: pressToken });
}

/** Whether the callout's own page opens with the cookies of this browser; rejects without an answer. */
export async function mayOpenCallout(calloutId: number): Promise<boolean> {
  const response = await getJson(`/api/callouts/${calloutId}`, {
    signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
  });
  return response.status !== 401 && response.status !== 404;
}

/** The callout of a press, by the press token. */
export function readCalloutOfPress(
  calloutId: number,
  options: { bearer: string; signal?: AbortSignal },
): Promise<CalloutHere> {
  return fetchJson(`/api/callouts/${calloutId}`, { parse: readCalloutHere }, options);
}

/** Whether AURA offers a kind of help at a place; null when that is not known. Rejects without an answer of ours. */
export async function askCovered(
  place: { latitude: number; longitude: number; responseTypeId: number | null },
  pressToken: string,
): Promise<CoveredHere> {
  const signal = AbortSignal.timeout(COVERED_TIMEOUT_MS);
  const response = await postJson('/api/panic/covered', place, { bearer: pressToken, signal });
  // A refusal is an answer, too: the connection works.
  return { isCovered: response.ok ? flagOrNull(await response.json(), 'isCovered') : null };
}
