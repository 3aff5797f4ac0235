import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, type Exit, endGroup, exitOf } from './child.ts';

export type ServicePlan = {
  readonly name: string;
  readonly launch: () => ChildProcess;
  /** Graceful stop. */
  readonly stopSignal: NodeJS.Signals;
  /** Sent after a timeout, before the group is killed. */
  readonly hurrySignal?: NodeJS.Signals;
};

export type Service = {
  readonly name: string;
  readonly pid: () => number | undefined;
  /** Resolves if the process ends before `keepRunning`. */
  readonly ended: Promise<Exit>;
  /** Restarts the process from now on when it ends. */
  readonly keepRunning: () => void;
  /** Ends the process group, at the latest after `timeoutMs`. */
  readonly stop: (timeoutMs: number) => Promise<void>;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
// Uptime after which a crash is not a failed start; resets the backoff.
const HEALTHY_AFTER_MS = 5_000;

/** Backoff before restarting after `failures` in a row. */
export function restartPauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
}

/** Supervises one long-lived process, restarting it for ever. */
export function runService(plan: ServicePlan, say: (line: string) => void): Service {
  let isStopping = false;
  let isKept = false;
  let failures = 0;
  let child: ChildProcess;
  let exited: Promise<Exit>;
  const pausing = new AbortController();
  const { promise: ended, resolve: reportEnd } = Promise.withResolvers<Exit>();

  function launch(): void {
    const launchedAt = performance.now();
    child = plan.launch();
    exited = exitOf(child);
    void exited.then((exit) => {
      if (performance.now() - launchedAt > HEALTHY_AFTER_MS) failures = 0;
      return onExit(exit);
    });
  }

  async function onExit(exit: Exit): Promise<void> {
    endGroup(child);
    if (isStopping) return;
    if (!isKept) return reportEnd(exit);
    failures += 1;
    const pauseMs = restartPauseMs(failures);
    say(`${plan.name} exited unexpectedly (${describeExit(exit)}); restarting in ${pauseMs / 1000} s`);
    await delay(pauseMs, undefined, { signal: pausing.signal }).catch(() => undefined);
    if (!isStopping) launch();
  }

  async function stop(timeoutMs: number): Promise<void> {
    isStopping = true;
    pausing.abort();
    child.kill(plan.stopSignal);
    const isOver = await within(timeoutMs, exited);
    if (!isOver && plan.hurrySignal) {
      child.kill(plan.hurrySignal);
      await within(300, exited);
    }
    endGroup(child);
    await exited;
  }

  launch();
  return {
    name: plan.name,
    pid: () => child.pid,
    ended,
    keepRunning: () => {
      isKept = true;
    },
    stop,
  };
}

async function within(ms: number, exited: Promise<Exit>): Promise<boolean> {
  const timer = new AbortController();
  const late = delay(ms, false, { signal: timer.signal }).catch(() => false);
  const isOver = await Promise.race([exited.then(() => true), late]);
  timer.abort();
  return isOver;
}
