import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LIVE } from '../chaos/device.ts';
import type { ChaosPerson } from '../chaos/people.ts';
import type { Reached } from '../chaos/stack.ts';

// A phone that presses as the page does: held for the grace, then asked for its receipt until it has ended.

const GRACE_SECONDS = 3;
/** Longer than the page's own timeout. */
const ANSWER_WITHIN_MS = 8_000;
const READ_EVERY_MS = 2_000;
const AGAIN_AFTER_MS = 1_000;
const GIVE_UP_AFTER_MS = 90_000;

const receiptSchema = z.object({
  state: z.string(),
  calloutId: z.number().nullish(),
  sendsAt: z.string().nullish(),
});

type Answer = {
  readonly state: string;
  readonly calloutId: number | null;
  readonly sendsAtMs: number | null;
};

export type CityPress = {
  readonly pressId: string;
  readonly person: ChaosPerson;
  /** In order. */
  readonly answers: Answer[];
  /** What came in place of an answer. */
  readonly problems: string[];
  /** From the first attempt to the first receipt. */
  firstMs: number | null;
};

const OPEN = new Set(['held', 'recorded']);

const hasEnded = ({ answers }: CityPress): boolean => {
  const last = answers.at(-1);
  return last !== undefined && !OPEN.has(last.state);
};

export async function pressAndFollow({ url }: Reached, press: CityPress): Promise<void> {
  const startedAt = performance.now();
  const pressedAt = new Date().toISOString();
  const isPatient = () => performance.now() - startedAt < GIVE_UP_AFTER_MS;
  const send = () =>
    ask(press, `${url}/api/panic`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        pressId: press.pressId,
        kind: 'real',
        pressedAt,
        sentAt: new Date().toISOString(),
        pressToken: press.person.token,
        graceSeconds: GRACE_SECONDS,
        location: { ...LIVE, fixedAt: pressedAt },
      }),
    });
  while (!(await send()) && isPatient()) await sleep(AGAIN_AFTER_MS);
  press.firstMs = press.answers.length > 0 ? performance.now() - startedAt : null;
  await sleep(GRACE_SECONDS * 1_000);
  const headers = { cookie: `vigil.press=${press.person.token}` };
  while (!hasEnded(press) && isPatient()) {
    await ask(press, `${url}/api/panic/${press.pressId}`, { headers });
    if (!hasEnded(press)) await sleep(READ_EVERY_MS);
  }
}

async function ask(press: CityPress, url: string, init: RequestInit): Promise<boolean> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const body: unknown = await response.json();
    const receipt = receiptSchema.safeParse(body);
    if (!receipt.success) {
      press.problems.push(`${response.status}`);
      return false;
    }
    const { state, calloutId, sendsAt } = receipt.data;
    press.answers.push({
      state,
      calloutId: calloutId ?? null,
      sendsAtMs: sendsAt ? Date.parse(sendsAt) : null,
    });
    return true;
  } catch (error) {
    press.problems.push(error instanceof Error ? error.name : 'unknown');
    return false;
  }
}
