import type { WorkTopic } from '#lib/live/wake-up.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { pause } from '#worker/pause.ts';
import { noteProgress } from '#worker/progress.ts';
import type { WakeUps } from '#worker/wake-ups.ts';

/** One round; returns milliseconds until the next is due, or null. */
export type Round = () => Promise<number | null>;

export type Job = {
  readonly name: string;
  /** Change notifications that start a round. */
  readonly wokenBy: readonly WorkTopic[];
  /** Safety tick: at least one round in this time, should a notification be lost. */
  readonly everyMs: number;
  /** Least time between rounds, in which wake-ups are gathered; default 25. */
  readonly restMs?: number;
  /** Maximum concurrent rounds; default 1. */
  readonly lanes?: number;
  /** Only on the elected worker. */
  readonly isElected?: true;
  /** Makes the round, with state kept between rounds. */
  readonly begin: () => Round;
};

const REST_MS = 25;
const RETRY_MS = 1_000;
/** Beyond this a round allows another one beside it. */
const LONG_MS = 250;

/** Repeats a job until aborted: when due, on wake-up, and at the safety tick. */
export async function repeat(job: Job, wakeUps: WakeUps, signal: AbortSignal): Promise<void> {
  const { name, everyMs, restMs = REST_MS, lanes = 1 } = job;
  const round = job.begin();
  const wait = wakeUps(job.wokenBy, signal);
  const running = new Set<Promise<number | null>>();
  while (!signal.aborted) {
    const one = doRound(name, round).finally(() => running.delete(one));
    running.add(one);
    await Promise.race([one, ...(lanes > 1 ? [pause(LONG_MS, signal)] : [])]);
    if (running.size >= lanes) await Promise.race(running);
    const nextMs = running.has(one) ? RETRY_MS : ((await one) ?? everyMs);
    const waitMs = Math.min(everyMs, nextMs) - restMs;
    if (waitMs > 0) await wait(waitMs);
    await pause(restMs, signal);
  }
  await Promise.all(running);
}

async function doRound(name: string, round: Round): Promise<number | null> {
  try {
    const nextMs = await round();
    noteProgress(name);
    return nextMs;
  } catch (error) {
    log.warn({ error: describeError(error), job: name }, 'worker job failed');
    return RETRY_MS;
  }
}
