import type { WorkTopic } from '#lib/live/wake-up.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { counter, gauge, histogram } from '#lib/platform/metrics.ts';
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

const rounds = counter({
  name: 'vigil_job_rounds_total',
  help: 'Rounds of background jobs of this process, by how they ended.',
  labelNames: ['job', 'outcome'],
});
const durations = histogram({
  name: 'vigil_job_round_duration_seconds',
  help: 'How long a round took.',
  labelNames: ['job'],
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30],
});
const lastDone = gauge({
  name: 'vigil_job_last_done_timestamp_seconds',
  help: 'When a round of the job last came to its end without an error.',
  labelNames: ['job'],
});

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
  const startedAt = monotonicMs();
  const ended = (outcome: 'done' | 'failed') => {
    rounds.inc({ job: name, outcome });
    durations.observe({ job: name }, (monotonicMs() - startedAt) / 1_000);
  };
  try {
    const nextMs = await round();
    noteProgress(name);
    ended('done');
    lastDone.set({ job: name }, now().getTime() / 1_000);
    return nextMs;
  } catch (error) {
    ended('failed');
    log.warn({ error: describeError(error), job: name }, 'worker job failed');
    return RETRY_MS;
  }
}
