import type { Callout, StageTime } from '#lib/callouts/answers.ts';
import { stageTimes } from '#lib/callouts/facts-model.ts';
import { type Stage, stages } from '#lib/vocabulary.ts';
import type { Usual } from './schema.ts';

// Durations of stages, and their usual values. Pure; time is passed in.

/** Sample size below which a median is not shown. */
export const LEAST_CASES = 10;

/** The newest are shown. */
export const MAX_ENTRIES = 400;

export type Reached = { stage: Stage; at: Date };

/** Medians over past callouts, each given by the stages that it reached. */
export function usualTimes(past: readonly (readonly Reached[])[]): Usual {
  const steps = new Map<string, { from: Stage; to: Stage; took: number[] }>();
  const stays = new Map<Stage, number[]>();
  for (const { from, to, tookMs } of past.flatMap(stepsOf)) {
    const key = `${from} ${to}`;
    const step = steps.get(key) ?? { from, to, took: [] };
    step.took.push(tookMs);
    steps.set(key, step);
    if (to === 'cancelled') continue;
    stays.set(from, [...(stays.get(from) ?? []), tookMs]);
  }
  return {
    steps: [...steps.values()].map(({ from, to, took }) => ({ from, to, ...medianOf(took) })),
    stays: [...stays].map(([stage, took]) => ({ stage, ...medianOf(took) })),
  };
}

function stepsOf(reached: readonly Reached[]): { from: Stage; to: Stage; tookMs: number }[] {
  const inOrder = reached.toSorted(
    (one, other) => one.at.getTime() - other.at.getTime() || order(one.stage) - order(other.stage),
  );
  return inOrder.flatMap(({ stage, at }, index) => {
    const before = inOrder[index - 1];
    return before ? [{ from: before.stage, to: stage, tookMs: at.getTime() - before.at.getTime() }] : [];
  });
}

function order(stage: Stage): number {
  return stages.indexOf(stage);
}

function medianOf(values: readonly number[]): { medianMs: number; cases: number } {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return { medianMs: Math.round((lower + upper) / 2), cases: sorted.length };
}

export type Usually = { medianMs: number; cases: number } | null;
export type Progress = {
  /** The stages so far, each with the duration since the previous one. */
  steps: (StageTime & { usually: Usually })[];
  /** The current stage; null after the close. */
  running: { stage: Stage; since: string; usually: Usually } | null;
};

/** A callout's stages beside the usual durations, if known. */
export function progressOf(callout: Pick<Callout, 'timeline' | 'closedAt'>, usual: Usual): Progress {
  const times = stageTimes(callout);
  const last = times.at(-1);
  return {
    steps: times.map((time, index) => {
      const before = times[index - 1]?.stage;
      const step = usual.steps.find(({ from, to }) => from === before && to === time.stage);
      return { ...time, usually: enough(step) };
    }),
    running:
      last && callout.closedAt === null
        ? {
            stage: last.stage,
            since: last.at,
            usually: enough(usual.stays.find(({ stage }) => stage === last.stage)),
          }
        : null,
  };
}

function enough(found: { medianMs: number; cases: number } | undefined): Usually {
  if (!found || found.cases < LEAST_CASES) return null;
  return { medianMs: found.medianMs, cases: found.cases };
}

/** How far the current stage exceeds its usual duration; null if not or unknown. */
export function overMs(elapsedMs: number, usually: Usually): number | null {
  return usually && elapsedMs > usually.medianMs ? elapsedMs - usually.medianMs : null;
}
