import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chapter, mustHold, told } from '../chaos/report.ts';
import type { Bench } from './bench.ts';

const OPEN = 300;
const VIEWERS = 200;
const LOOK_EVERY_MS = 5_000;
const SETTLE_MS = 30_000;

/** Calls to AURA and memory while many watch many open callouts, beside the same with one who watches. */
export async function measureViewers(bench: Bench, minutes: number): Promise<Chapter> {
  const ids = await bench.raise(OPEN);
  const few = await watch(bench, ids, 1, minutes);
  const many = await watch(bench, ids, VIEWERS, minutes);
  const [fewSum, manySum] = [sum(few.calls), sum(many.calls)];
  const budget = minutes * 600;
  return {
    title: `${OPEN} open callouts for ${minutes} min`,
    figures: [
      told('1 viewer: calls to AURA', list(few.calls)),
      told(`${VIEWERS} viewers: calls to AURA`, list(many.calls)),
      mustHold('as many, but for one round', `${fewSum}, ${manySum}`, manySum <= fewSum + 22),
      mustHold('within the budget', `${manySum} of ${budget}`, manySum <= budget),
      told(`pages read by ${VIEWERS} viewers`, many.looks),
      told('memory of the app', `${many.app.join(' → ')} MB`),
      told('memory of the worker', `${many.worker.join(' → ')} MB`),
    ],
  };
}

async function watch({ stack, get, calls }: Bench, ids: readonly number[], viewers: number, minutes: number) {
  const isOver = { value: false };
  let looks = 0;
  const look = async (viewer: number) => {
    await sleep((viewer * LOOK_EVERY_MS) / viewers);
    while (!isOver.value) {
      // Every tenth is an operator at the board, the others each follow a callout of their own.
      await get(viewer % 10 === 0 ? '/api/admin/callouts' : `/api/callouts/${ids[viewer % ids.length]}`);
      looks += 1;
      await sleep(LOOK_EVERY_MS);
    }
  };
  const watching = Array.from({ length: viewers }, (_, viewer) => look(viewer));
  await sleep(SETTLE_MS);
  const memory = () => [megabytes(stack.pidOf('app')), megabytes(stack.pidOf('worker'))] as const;
  const [before, start] = [await calls(), memory()];
  await sleep(minutes * 60_000);
  const [after, end] = [await calls(), memory()];
  isOver.value = true;
  await Promise.all(watching);
  const made = Object.entries(after).map(
    ([operation, times]) => [operation, times - (before[operation] ?? 0)] as const,
  );
  return {
    calls: Object.fromEntries(made.filter(([, times]) => times > 0)),
    looks,
    app: [start[0], end[0]],
    worker: [start[1], end[1]],
  };
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
