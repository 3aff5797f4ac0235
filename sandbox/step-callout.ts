import { takeStep } from './callout-steps.ts';
import type { Sandbox } from './sandbox.ts';
import type { Callout, StepName } from './world.ts';

/** The control room takes a step; false when it is not the next one. */
export function stepCallout(sandbox: Sandbox, callout: Callout, step: StepName): boolean {
  const isTaken = takeStep(callout, step, sandbox.nowText());
  if (isTaken) sandbox.save();
  return isTaken;
}
