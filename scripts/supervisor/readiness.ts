import { setTimeout as delay } from 'node:timers/promises';
import { describeExit } from './child.ts';
import type { Service } from './service.ts';
import { StartProblem } from './start-problem.ts';

/** Resolves when the URL answers 2xx; throws when the service ends or on timeout. */
export async function answersAt(url: string, service: Service, timeoutMs: number): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs;
  let lastAnswer = 'no answer';
  let problem: string | null = null;
  void service.ended.then((exit) => {
    problem = `${service.name} ended while starting (${describeExit(exit)}), see above`;
  });
  while (performance.now() < giveUpAt) {
    if (problem) throw new StartProblem([problem]);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
      if (response.ok) return void (await response.body?.cancel());
      lastAnswer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch {
      lastAnswer = 'no answer';
    }
    await delay(100);
  }
  throw new StartProblem([`${service.name} is not ready at ${url}: ${lastAnswer}`]);
}
