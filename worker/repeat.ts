import type { WorkTopic } from '#lib/live/wake-up.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { pause } from '#worker/pause.ts';
import type { WakeUps } from '#worker/wake-ups.ts';

/** A round of a job. Gives in how many milliseconds the next one is due, as far as it knows. */
export type Round = () => Promise<number | null>;

export type Job = {
  readonly name: string;
  /** What ends the wait for the next round. */
  readonly wokenBy: readonly WorkTopic[];
  /** The safety tick: a round at least this often, should a wake-up be lost. */
  readonly everyMs: number;
  /** How many rounds may run at once, when one takes long. */
  readonly lanes?: number;
  /** Run by the one worker of the deployment that polls. */
  readonly isElected?: true;
  /** Gives the round, with what it keeps between two. */
  readonly begin: () => Round;
};

/** Wake-ups that come together make one round. */
const REST_MS = 25;
/** After a round that failed. */
const RETRY_MS = 1_000;
/** A round that takes longer makes room for one beside it. */
const LONG_MS = 250;

/** Does a job's rounds until told to stop: when one is due, when it is woken, and at its safety tick. */
export async function repeat(job: Job, wakeUps: WakeUps, signal: AbortSignal): Promise<void> {
  const { name, everyMs, lanes = 1 } = job;
  const round = job.begin();
  const wait = wakeUps(job.wokenBy, signal);
  const running = new Set<Promise<number | null>>();
  while (!signal.aborted) {
    const one = doRound(name, round).finally(() => running.delete(one));
    running.add(one);
    await Promise.race([one, ...(lanes > 1 ? [pause(LONG_MS, signal)] : [])]);
    if (running.size >= lanes) await Promise.race(running);
    const nextMs = running.has(one) ? RETRY_MS : ((await one) ?? everyMs);
    if (nextMs > 0) await wait(Math.min(everyMs, nextMs));
    await pause(REST_MS, signal);
  }
  await Promise.all(running);
}

async function doRound(name: string, round: Round): Promise<number | null> {
  try {
    return await round();
  } catch (error) {
    log.warn({ error: describeError(error), job: name }, 'a round of the worker was interrupted');
    return RETRY_MS;
  }
}
