import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ChaosPerson } from './people.ts';
import type { PlannedPress } from './plan.ts';
import { until } from './waiting.ts';

// A headless device: sends the press to the stable endpoint until answered, withdraws it where planned, and
// polls the receipt. Records every response for comparison with the final state.

/** Longer than the page's own timeout. */
const ANSWER_WITHIN_MS = 8_000;
const AGAIN_AFTER_MS = 1_000;
const GIVE_UP_AFTER_MS = 90_000;
const READ_EVERY_MS = 2_000;
const STALE_MS = 12 * 60_000;

export const LIVE = { latitude: -26.1, longitude: 28.05, accuracy: 12, source: 'live' } as const;
export const STALE = { ...LIVE, latitude: -26.3, source: 'last_known' } as const;

const answerSchema = z.object({
  state: z.enum(['recorded', 'delivered', 'rejected', 'withdrawn', 'expired']),
  calloutId: z.number().nullish(),
});
const refusalSchema = z.object({ code: z.string() });

export type SeenReceipt = {
  readonly state: string;
  readonly calloutId: number | null;
  /** When it was asked for: what it says was so at some time from then on. */
  readonly askedAtMs: number;
  readonly atMs: number;
};

export type ChaosPress = PlannedPress & {
  readonly person: ChaosPerson;
  readonly pressedAtMs: number;
  /** Every state received, in order. */
  readonly receipts: SeenReceipt[];
  /** Failures: refusals, broken connections, timeouts. */
  readonly unanswered: Map<string, number>;
  /** Withdrawal was requested; this device no longer sends. */
  isTakenBack: boolean;
  /** The request with the live position was answered. */
  isPlaced: boolean;
};

type Target = { readonly url: string };
type Spot = typeof LIVE | typeof STALE;

export function pressNow(planned: PlannedPress, person: ChaosPerson): ChaosPress {
  const fresh = { receipts: [], unanswered: new Map(), isTakenBack: false, isPlaced: false };
  return { ...planned, person, pressedAtMs: Date.now(), ...fresh };
}

/** One press from start to its final state. */
export async function goThrough(
  stack: Target,
  press: ChaosPress,
  followMs = GIVE_UP_AFTER_MS,
): Promise<void> {
  const { place, takenBackAfterMs } = press;
  const first = place === 'live' ? LIVE : place === 'stale' ? STALE : null;
  await Promise.all([
    sendUntilAnswered(stack, press, first),
    takenBackAfterMs === null ? undefined : sleep(takenBackAfterMs).then(() => takeBack(stack, press)),
  ]);
  if ((place === 'late' || place === 'moved') && !press.isTakenBack) {
    press.isPlaced = await sendUntilAnswered(stack, press, LIVE);
  }
  await follow(stack, press, followMs);
}

/** Retries with the same id until a receipt is received; false when none ever came. */
export async function sendUntilAnswered(
  stack: Target,
  press: ChaosPress,
  spot: Spot | null,
): Promise<boolean> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < GIVE_UP_AFTER_MS) {
    if (await sendOnce(stack, press, spot)) return true;
    if (press.isTakenBack) return false;
    await sleep(AGAIN_AFTER_MS);
  }
  return false;
}

/** One POST; true with a receipt. */
export async function sendOnce(stack: Target, press: ChaosPress, spot: Spot | null): Promise<boolean> {
  const { pressId, kind, pressedAtMs, person, door } = press;
  const pressedAt = new Date(pressedAtMs).toISOString();
  const fixedAt = new Date(pressedAtMs - (spot?.source === 'last_known' ? STALE_MS : 0)).toISOString();
  const body = { pressId, kind, pressedAt, sentAt: new Date().toISOString(), pressToken: person.token };
  const location = spot && { ...spot, fixedAt };
  if (door === 'form') return sendForm(stack, press, { ...body, ...location });
  return ask(press, `${stack.url}/api/panic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, ...(location ? { location } : {}) }),
  });
}

/** Like a browser without JavaScript: follows the redirect to the receipt page. */
async function sendForm(stack: Target, press: ChaosPress, fields: Record<string, unknown>): Promise<boolean> {
  const askedAtMs = Date.now();
  try {
    const answer = await fetch(`${stack.url}/api/panic`, {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const there = answer.headers.get('location') ?? '';
    const [, calloutId] = /^\/callouts\/(\d+)$/.exec(there) ?? [];
    if (calloutId) return hear(press, 'delivered', Number(calloutId), askedAtMs);
    // AURA's page, shown while ours is down, says no more than the receipt.
    if (answer.status === 303 && !there.startsWith('/offline')) return readReceipt(stack, press);
    count(press, `form ${answer.status} ${there.slice(0, 40)}`);
  } catch (error) {
    count(press, error instanceof Error ? error.name : 'unknown');
  }
  return false;
}

function readReceipt(stack: Target, press: ChaosPress): Promise<boolean> {
  return ask(press, `${stack.url}/api/panic/${press.pressId}`, {
    headers: { cookie: `vigil.press=${press.person.token}` },
  });
}

/** Polls the receipt until a final state. */
async function follow(stack: Target, press: ChaosPress, timeoutMs: number): Promise<void> {
  await until(async () => {
    if (press.receipts.at(-1)?.state !== 'recorded') return true;
    await sleep(READ_EVERY_MS);
    await readReceipt(stack, press);
    return false;
  }, timeoutMs);
}

/** Retries the withdrawal until answered, or until the press has ended. */
async function takeBack(stack: Target, press: ChaosPress): Promise<void> {
  const hasEnded = () => press.receipts.some(({ state }) => state !== 'recorded');
  if (hasEnded()) return;
  press.isTakenBack = true;
  const url = `${stack.url}/api/panic/${press.pressId}/withdraw`;
  const headers = { authorization: `Bearer ${press.person.token}` };
  const request = { method: 'POST', headers };
  await until(async () => hasEnded() || ask(press, url, request, EARLY_WITHDRAWAL), GIVE_UP_AFTER_MS);
  // Too late to withdraw: the receipt has the outcome.
  await until(() => readReceipt(stack, press), GIVE_UP_AFTER_MS);
}

/** Refused without the database while its press has not arrived: nothing is known of that yet. The device repeats it. */
export const EARLY_WITHDRAWAL = 'withdrawal: server.unavailable';

async function ask(
  press: ChaosPress,
  url: string,
  init: RequestInit,
  unavailable?: string,
): Promise<boolean> {
  const askedAtMs = Date.now();
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const body: unknown = await response.json();
    const answer = answerSchema.safeParse(body);
    if (answer.success) return hear(press, answer.data.state, answer.data.calloutId ?? null, askedAtMs);
    const { code } = refusalSchema.parse(body);
    if (code === 'press.settled') return true;
    count(press, unavailable && code === 'server.unavailable' ? unavailable : code);
  } catch (error) {
    // Expected while servers are killed; counted.
    count(press, error instanceof Error ? error.name : 'unknown');
  }
  return false;
}

function hear(press: ChaosPress, state: string, calloutId: number | null, askedAtMs: number): true {
  press.receipts.push({ state, calloutId, askedAtMs, atMs: Date.now() });
  return true;
}

function count({ unanswered }: ChaosPress, what: string): void {
  unanswered.set(what, (unanswered.get(what) ?? 0) + 1);
}
