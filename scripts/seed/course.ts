import type { Stage } from '#lib/vocabulary.ts';
import { cancelledStatus, steps } from '#sandbox/callout-steps.ts';
import type { StepName } from '#sandbox/world.ts';
import type { Random } from '../chaos/random.ts';
import { chance, duration, MINUTE_MS } from './draw.ts';

// A callout's course: stage times and cancellation.

export type Reached = { readonly stage: Stage; readonly at: number; readonly status: string };
export type CallingOff = {
  readonly by: 'person' | 'operator' | 'elsewhere';
  readonly at: number;
  readonly isAccepted: boolean;
  readonly isDuress: boolean;
};
export type Course = { readonly reached: readonly Reached[]; readonly calledOff: CallingOff | null };

type Leg = {
  readonly step: StepName;
  readonly stage: Stage;
  readonly isSeen: number;
  readonly medianMs: number;
};

const LEGS: readonly Leg[] = [
  { step: 'own', stage: 'owned', isSeen: 0.96, medianMs: 28_000 },
  { step: 'dispatch', stage: 'dispatched', isSeen: 0.97, medianMs: 45_000 },
  { step: 'arrive', stage: 'arrived', isSeen: 0.95, medianMs: 8.5 * MINUTE_MS },
  { step: 'complete', stage: 'completed', isSeen: 0.93, medianMs: 14 * MINUTE_MS },
];
/** Ambulances take longer than security cars. */
const MEDICAL = 1.6;

/** Course of a closed callout. */
export function drawCourse(random: Random, raisedAt: number, isMedical: boolean): Course {
  const calledOff = drawCallingOff(random, raisedAt);
  const isOver = (at: number) => calledOff?.isAccepted === true && at >= calledOff.at;
  const reached: Reached[] = [{ stage: 'raised', at: raisedAt, status: 'created' }];
  let at = raisedAt;
  for (const { step, stage, isSeen, medianMs } of LEGS) {
    at += duration(random, medianMs * (isMedical && step === 'arrive' ? MEDICAL : 1), 0.45);
    if (isOver(at)) break;
    if (chance(random, isSeen)) reached.push({ stage, at, status: steps[step].status });
  }
  if (calledOff?.isAccepted) {
    at = calledOff.at;
    reached.push({ stage: 'cancelled', at: at + 900, status: cancelledStatus });
  }
  const closedAt = at + 1_000 + duration(random, 4 * MINUTE_MS, 0.6);
  reached.push({ stage: 'closed', at: closedAt, status: steps.close.status });
  return { reached, calledOff };
}

function drawCallingOff(random: Random, raisedAt: number): CallingOff | null {
  const drawn = random.next();
  if (drawn > 0.135) return null;
  const by = drawn < 0.1 ? 'person' : drawn < 0.13 ? 'operator' : 'elsewhere';
  const isDuress = by === 'person' && chance(random, 0.04);
  return {
    by,
    at: raisedAt + 5_000 + duration(random, 2 * MINUTE_MS, 0.9),
    isAccepted: !isDuress && (by === 'elsewhere' || chance(random, 0.95)),
    isDuress,
  };
}

/** Steps so far of an open callout that is `ageMs` old. */
export function drawOpenSteps(
  random: Random,
  raisedAt: number,
  until: number,
): readonly { step: StepName; stage: Stage; at: number }[] {
  const taken: { step: StepName; stage: Stage; at: number }[] = [];
  let at = raisedAt;
  for (const { step, stage, medianMs } of LEGS) {
    at += duration(random, medianMs, 0.45);
    if (at >= until - 1_000) break;
    taken.push({ step, stage, at });
  }
  return taken;
}
