import { listedChoices } from './choices.ts';
import type { PlantedFault } from './faults.ts';
import { runSchedule, type Verdict } from './schedule.ts';

/** More tries do not shorten a history in practice. */
const MOST_TRIES = 6_000;

/** The shortest list found that breaks the same invariant: delta debugging, then each choice made harmless. */
export function shrink(
  list: readonly number[],
  planted: PlantedFault | null,
): { list: number[]; verdict: Verdict } {
  const breaks = runSchedule(listedChoices(list), planted).violation?.invariant;
  let best = [...list];
  let tries = 0;
  const isAsBad = (candidate: readonly number[]) => {
    tries += 1;
    return (
      tries <= MOST_TRIES && runSchedule(listedChoices(candidate), planted).violation?.invariant === breaks
    );
  };
  for (let isBetter = true; isBetter && tries < MOST_TRIES; ) {
    const before = best.join();
    best = withoutChunks(best, isAsBad);
    best = madeHarmless(best, isAsBad);
    isBetter = best.join() !== before;
  }
  return { list: best, verdict: runSchedule(listedChoices(best), planted, true) };
}

type Judge = (candidate: readonly number[]) => boolean;

function withoutChunks(list: number[], isAsBad: Judge): number[] {
  let best = list;
  for (let size = best.length >> 1; size >= 1; size >>= 1) {
    for (let from = 0; from < best.length; ) {
      const candidate = [...best.slice(0, from), ...best.slice(from + size)];
      if (isAsBad(candidate)) best = candidate;
      else from += size;
    }
  }
  return best;
}

function madeHarmless(list: number[], isAsBad: Judge): number[] {
  const best = [...list];
  for (let index = 0; index < best.length; index += 1) {
    const chosen = best[index] ?? 0;
    if (chosen === 0) continue;
    best[index] = 0;
    if (!isAsBad(best)) best[index] = chosen;
  }
  return best;
}
