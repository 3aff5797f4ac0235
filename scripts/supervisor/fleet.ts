import { describeExit, endGroup, exitOf, type NodeRun, spawnNode } from './child.ts';
import { runService, type Service, type ServicePlan } from './service.ts';
import { StartProblem } from './start-problem.ts';

/** All processes of a supervisor, stoppable at any time, even during the start. */
export type Fleet = {
  readonly isStopping: () => boolean;
  readonly run: (plan: ServicePlan) => Service;
  /** Runs a script to its end; its output has been shown. */
  readonly finish: (name: string, run: NodeRun) => Promise<void>;
  readonly keepRunning: () => void;
  /** Stops in reverse order. Idempotent. */
  readonly stop: () => Promise<void>;
};

// Together below the five seconds that Ctrl-C may take.
const STOP_WITHIN_MS = 4_400;
const LONGEST_STOP_MS = 2_300;
const SHORTEST_STOP_MS = 400;

export function createFleet(say: (line: string) => void): Fleet {
  const services: Service[] = [];
  const tasks = new Set<ReturnType<typeof spawnNode>>();
  let stopped: Promise<void> | undefined;

  function refuseWhenStopping(): void {
    if (stopped) throw new StartProblem(['stopped while starting']);
  }

  async function stopAll(): Promise<void> {
    const endBy = performance.now() + STOP_WITHIN_MS;
    for (const task of tasks) endGroup(task);
    for (const service of services.toReversed()) {
      const leftMs = endBy - performance.now();
      await service.stop(Math.max(SHORTEST_STOP_MS, Math.min(LONGEST_STOP_MS, leftMs)));
    }
  }

  return {
    isStopping: () => stopped !== undefined,
    run: (plan) => {
      refuseWhenStopping();
      const service = runService(plan, say);
      services.push(service);
      return service;
    },
    finish: async (name, run) => {
      refuseWhenStopping();
      const task = spawnNode(run);
      tasks.add(task);
      const exit = await exitOf(task);
      tasks.delete(task);
      endGroup(task);
      refuseWhenStopping();
      if (exit.code !== 0) throw new StartProblem([`${name} failed (${describeExit(exit)}), see above`]);
    },
    keepRunning: () => {
      for (const service of services) service.keepRunning();
    },
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
}
