import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chapter, figure, mustHold, percentile } from '../chaos/report.ts';
import type { Bench, Raised } from './bench.ts';

const OPEN = 300;
const VIEWERS = 200;
/** Every tenth viewer is an operator at the board. */
const OPERATOR_SHARE = 10;
const LOOK_EVERY_MS = 5_000;
const SETTLE_MS = 60_000;
const SAMPLE_EVERY_MS = 10_000;
const MINUTE_MS = 60_000;
/** Calls of one polling round: list, refreshes, conversations. */
const ONE_ROUND = 62;
const GROWTH = 1.1;

/** Calls to AURA and memory with many viewers, compared with one. */
export async function measureViewers(bench: Bench, minutes: number): Promise<Chapter> {
  const raised = await bench.raise(OPEN);
  const few = await watch(bench, raised, 1, minutes);
  const many = await watch(bench, raised, VIEWERS, minutes);
  const [fewSum, manySum] = [sum(few.calls), sum(many.calls)];
  const budget = minutes * 600;
  const memory = (process: 'app' | 'worker') => {
    const third = Math.floor(many[process].length / 3);
    const [first, last] = [many[process].slice(0, third), many[process].slice(-third)].map((part) =>
      percentile(part, 0.5),
    );
    const isFlat = first !== undefined && last !== undefined && last <= first * GROWTH;
    return mustHold(
      `memory of the ${process} with ${VIEWERS}, first and last third (at most 10 % more)`,
      `${first} and ${last} MB, most ${Math.max(...many[process])} MB`,
      isFlat,
    );
  };
  return {
    title: `${OPEN} open callouts for ${minutes} min each`,
    figures: [
      figure('1 viewer: calls to AURA', list(few.calls)),
      figure(`${VIEWERS} viewers: calls to AURA`, list(many.calls)),
      mustHold(
        'as many as with one, but for one round, and some at all',
        `${fewSum}, ${manySum}`,
        Math.abs(manySum - fewSum) <= ONE_ROUND && fewSum >= minutes,
      ),
      mustHold('within the budget', `${manySum} of ${budget}`, manySum <= budget),
      mustHold(
        `streams of changes that stood all the time, with ${VIEWERS}`,
        `${many.standing} of ${VIEWERS}`,
        many.standing === VIEWERS,
      ),
      figure(`answers read by ${VIEWERS}`, many.looks),
      memory('app'),
      memory('worker'),
    ],
  };
}

async function watch(bench: Bench, raised: readonly Raised[], viewers: number, minutes: number) {
  const ending = new AbortController();
  let looks = 0;
  let standing = viewers;
  const view = async (viewer: number) => {
    const isOperator = viewer % OPERATOR_SHARE === OPERATOR_SHARE - 1;
    const own = raised[viewer % raised.length];
    const headers = { cookie: isOperator ? bench.cookie : `vigil.press=${own?.token}` };
    const path = isOperator ? '/api/admin/callouts' : `/api/callouts/${own?.calloutId}`;
    void listen(bench, headers, ending.signal).catch(() => {
      if (!ending.signal.aborted) standing -= 1;
    });
    await pause((viewer * LOOK_EVERY_MS) / viewers, ending.signal);
    while (!ending.signal.aborted) {
      const answer = await fetch(`${bench.stack.url}${path}`, { headers });
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
      await answer.text();
      looks += 1;
      await pause(LOOK_EVERY_MS, ending.signal);
    }
  };
  const watching = Promise.all(Array.from({ length: viewers }, (_, viewer) => view(viewer)));
  await Promise.race([sleep(SETTLE_MS), watching]);
  const before = await bench.calls();
  const samples = { app: [] as number[], worker: [] as number[] };
  const endsAt = performance.now() + minutes * MINUTE_MS;
  while (performance.now() < endsAt) {
    samples.app.push(megabytes(bench.stack.pidOf('app')));
    samples.worker.push(megabytes(bench.stack.pidOf('worker')));
    await Promise.race([sleep(Math.max(0, Math.min(SAMPLE_EVERY_MS, endsAt - performance.now()))), watching]);
  }
  const after = await bench.calls();
  ending.abort();
  await watching;
  const made = Object.entries(after).map(
    ([operation, times]) => [operation, times - (before[operation] ?? 0)] as const,
  );
  return { calls: Object.fromEntries(made.filter(([, times]) => times > 0)), looks, standing, ...samples };
}

/** Keeps an event stream open; rejects when it ends. */
async function listen(bench: Bench, headers: Record<string, string>, signal: AbortSignal): Promise<never> {
  const accept = { ...headers, accept: 'text/event-stream' };
  const stream = await fetch(`${bench.stack.url}/api/changes`, { headers: accept, signal });
  for await (const _chunk of stream.body ?? []) {
    // Content does not matter, only that it continues.
  }
  throw new Error('a stream ended');
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // An abort only ends the pause early; the caller checks the signal.
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function megabytes(pid: number | undefined): number {
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(resident) / 1024);
}

function sum(calls: Record<string, number>): number {
  return Object.values(calls).reduce((total, times) => total + times, 0);
}

function list(calls: Record<string, number>): string {
  return Object.entries(calls)
    .map(([operation, times]) => `${operation} ${times}`)
    .join(', ');
}
