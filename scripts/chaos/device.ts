import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ChaosPerson } from './people.ts';
import type { Random } from './random.ts';

// A person's device, without its screen: sends the press to the stable door until it is answered, and reads the
// receipt as the page does. Whatever it is told is written down, to be held against what is true in the end.

const ANSWER_WITHIN_MS = 8_000;
const AGAIN_AFTER_MS = 1_000;
const GIVE_UP_AFTER_MS = 90_000;

const answerSchema = z.object({
  state: z.enum(['recorded', 'delivered', 'rejected', 'withdrawn', 'expired']),
  calloutId: z.number().nullable().optional(),
});

export type Told = z.output<typeof answerSchema>;

export type ChaosPress = {
  readonly pressId: string;
  readonly person: ChaosPerson;
  readonly pressedAtMs: number;
  /** Every state that an answer claimed, in order. */
  readonly told: Told[];
  /** Answers that claimed nothing: refusals, torn connections, silence. */
  readonly unanswered: Map<string, number>;
};

type Target = { readonly url: string };

export function newPress(random: Random, person: ChaosPerson): ChaosPress {
  return { pressId: random.uuid(), person, pressedAtMs: Date.now(), told: [], unanswered: new Map() };
}

/** Presses until something is known of it; the same id each time. False when nobody ever answered. */
export async function sendUntilAnswered(
  stack: Target,
  press: ChaosPress,
  giveUpAfterMs = GIVE_UP_AFTER_MS,
): Promise<boolean> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < giveUpAfterMs) {
    if (await sendOnce(stack, press)) return true;
    await sleep(AGAIN_AFTER_MS);
  }
  return false;
}

/** One POST. True when the answer says what became of the press. */
export async function sendOnce(stack: Target, press: ChaosPress, withLocation = true): Promise<boolean> {
  const { pressId, pressedAtMs, person } = press;
  const at = new Date(pressedAtMs).toISOString();
  const location = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt: at, source: 'live' };
  return ask(press, `${stack.url}/api/panic`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      pressId,
      pressedAt: at,
      pressToken: person.token,
      ...(withLocation ? { location } : {}),
    }),
  });
}

/** Reads the receipt once. */
export function readReceipt(stack: Target, press: ChaosPress): Promise<boolean> {
  return ask(press, `${stack.url}/api/panic/${press.pressId}`, {
    headers: { cookie: `vigil.press=${press.person.token}` },
  });
}

/** Takes the press back. */
export function withdraw(stack: Target, press: ChaosPress): Promise<boolean> {
  return ask(press, `${stack.url}/api/panic/${press.pressId}/withdraw`, {
    method: 'POST',
    headers: { authorization: `Bearer ${press.person.token}` },
  });
}

async function ask(press: ChaosPress, url: string, init: RequestInit): Promise<boolean> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const parsed = answerSchema.safeParse(await response.json());
    if (parsed.success) {
      press.told.push(parsed.data);
      return true;
    }
    count(press, `status ${response.status}`);
  } catch (error) {
    // A killed server tears connections; that is the weather here, and is counted.
    count(press, error instanceof Error ? error.name : 'unknown');
  }
  return false;
}

function count({ unanswered }: ChaosPress, what: string): void {
  unanswered.set(what, (unanswered.get(what) ?? 0) + 1);
}
