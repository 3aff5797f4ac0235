import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CANARY_HEADER, signCanary } from '#lib/panic/canary/canary-token.ts';
import { pressDoors as doors, type pressDoors } from '#lib/vocabulary.ts';

export { doors };

type Door = (typeof pressDoors)[number];

/** Times in whole ms; `receiptMs` is null when the press did not come through. */
export type Tried = { problem: string | null; pressMs: number; receiptMs: number | null };

const TIMEOUT_MS = 10_000;
/** Nobody is there: in the middle of the Atlantic. */
const PLACE = { latitude: 0.5, longitude: -25.5, accuracy: 10, source: 'live' } as const;

const countedSchema = z.object({ pressId: z.string(), state: z.literal('practised') });
const receiptSchema = countedSchema.extend({ door: z.enum(doors), isWhole: z.boolean() });

/** One practice press by this door, and its receipt. */
export async function tryDoor(origin: string, door: Door): Promise<Tried> {
  const pressId = randomUUID();
  const startedMs = performance.now();
  const sent = await attempt(() => sendPress(origin, door, pressId));
  const pressMs = Math.round(performance.now() - startedMs);
  if (sent) return { problem: sent, pressMs, receiptMs: null };
  const problem = await attempt(() => readReceipt(origin, door, pressId));
  return { problem, pressMs, receiptMs: Math.round(performance.now() - startedMs) - pressMs };
}

async function attempt(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? `no answer within ${TIMEOUT_MS / 1_000} s`
      : `no usable answer (${error instanceof Error ? error.name : 'unknown'})`;
  }
}

async function sendPress(origin: string, door: Door, pressId: string): Promise<string | null> {
  const at = new Date();
  const facts = { pressId, pressedAt: at.toISOString() };
  const fix = { ...PLACE, fixedAt: at.toISOString() };
  const fields = Object.entries({ ...facts, ...fix }).map(([name, value]) => [name, `${value}`]);
  const response = await fetch(`${origin}/api/panic`, {
    ...options(),
    method: 'POST',
    headers: {
      ...headers(),
      'content-type': door === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body:
      door === 'json'
        ? JSON.stringify({ ...facts, location: fix })
        : new URLSearchParams(Object.fromEntries(fields)).toString(),
  });
  if (door === 'form') {
    await response.body?.cancel();
    const leadsTo = response.headers.get('location') ?? '';
    const isRight = response.status === 303 && leadsTo.endsWith(`/panic?press=${pressId}`);
    return isRight ? null : `the form was answered ${response.status}, not 303 to the press`;
  }
  const counted = countedSchema.safeParse(await response.json());
  const isRight = response.status === 202 && counted.data?.pressId === pressId;
  return isRight ? null : `the press was answered ${response.status}, not 202 with its id`;
}

async function readReceipt(origin: string, door: Door, pressId: string): Promise<string | null> {
  const response = await fetch(`${origin}/api/panic/${pressId}`, { ...options(), headers: headers() });
  const receipt = receiptSchema.safeParse(await response.json()).data;
  if (!response.ok || receipt?.pressId !== pressId) return `the receipt was answered ${response.status}`;
  if (receipt.door !== door) return `the press came in by the ${receipt.door} door`;
  return receipt.isWhole ? null : 'the press arrived without all of its parts';
}

const headers = () => ({ [CANARY_HEADER]: signCanary(new Date()), accept: 'application/json' });
const options = () => ({ redirect: 'manual' as const, signal: AbortSignal.timeout(TIMEOUT_MS) });
