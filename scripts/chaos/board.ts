import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ChaosPress } from './device.ts';
import type { ChaosStack } from './stack.ts';
import type { Truth } from './truth.ts';

// Polls the operators' list throughout, and compares it with the devices' receipts.

const BOARD_EVERY_MS = 1_000;
/** An undelivered press must be listed within this. */
const SHOWN_WITHIN_MS = 2_000;

const boardSchema = z.object({
  presses: z.array(z.object({ pressId: z.string(), repeats: z.array(z.string()) })),
});

type Reading = {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly shown: ReadonlySet<string>;
  /** Presses only in the app's journal, before or after the poll. */
  readonly onDisk: ReadonlySet<string>;
};

/** Polls the list until aborted; failed polls are ignored. */
export async function watchBoard(stack: ChaosStack, cookie: string, signal: AbortSignal): Promise<Reading[]> {
  const readings: Reading[] = [];
  while (!signal.aborted) {
    const before = stack.journalled();
    const startedAtMs = Date.now();
    const shown = await readBoard(stack, cookie);
    const onDisk = new Set([...before, ...stack.journalled()]);
    if (shown) readings.push({ startedAtMs, endedAtMs: Date.now(), shown, onDisk });
    await sleep(BOARD_EVERY_MS);
  }
  return readings;
}

/** Undelivered presses on the board; null while the app is down. */
async function readBoard({ url }: ChaosStack, cookie: string): Promise<Set<string> | null> {
  try {
    const answer = await fetch(`${url}/api/admin/presses`, {
      headers: { cookie },
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) return null;
    const { presses } = boardSchema.parse(await answer.json());
    return new Set(presses.flatMap(({ pressId, repeats }) => [pressId, ...repeats]));
  } catch (error) {
    if (error instanceof z.ZodError) throw error;
    return null;
  }
}

/**
 * Counts when a press should have been listed and was not: expected from what its device received two seconds
 * before and again after the poll.
 */
export function judgeBoard(presses: readonly ChaosPress[], readings: readonly Reading[], truth: Truth) {
  const hidden = new Set<string>();
  const onDisk = new Set<string>();
  let looks = 0;
  for (const press of presses) {
    const span = undeliveredSpan(press, truth);
    if (!span) continue;
    for (const { startedAtMs, endedAtMs, shown, onDisk: unseen } of readings) {
      if (startedAtMs < span.fromMs + SHOWN_WITHIN_MS || endedAtMs > span.toMs) continue;
      looks += 1;
      if (!shown.has(press.pressId)) (unseen.has(press.pressId) ? onDisk : hidden).add(press.pressId);
    }
  }
  return { looks, hidden, onDisk };
}

/**
 * The certain span in which a press was recorded and undelivered: to when the last such receipt was asked for, since it
 * may say how the press stood when its request began. A refused one has no end.
 */
function undeliveredSpan({ receipts, pressId }: ChaosPress, { rows }: Truth) {
  const ended = receipts.findIndex(({ state }) => state !== 'recorded');
  const recorded = receipts.slice(0, ended === -1 ? receipts.length : ended);
  const isRefused = receipts[ended]?.state === 'rejected' && rows.get(pressId)?.state === 'rejected';
  const fromMs = (recorded[0] ?? (isRefused ? receipts[ended] : undefined))?.atMs;
  const toMs = isRefused ? Number.POSITIVE_INFINITY : recorded.at(-1)?.askedAtMs;
  return fromMs === undefined || toMs === undefined ? null : { fromMs, toMs };
}
