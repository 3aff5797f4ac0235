// Steps of a callout. Each is triggered by the simulator or the control API, never by time.
import type { WebhookEvent } from '#lib/aura/contract/webhooks.ts';
import { type Callout, type StepName, stepNames } from './world.ts';

export const cancelledStatus = 'Responder Cancelled';

/** `created`, `Responder Dispatched` and `Responder Cancelled` are AURA's; texts with "Sandbox:" are invented. */
export const steps: Record<StepName, { button: string; status: string; webhook: WebhookEvent | null }> = {
  own: { button: 'Take ownership', status: 'Sandbox: Callout Owned', webhook: 'CALLOUT_OWNED' },
  dispatch: {
    button: 'Dispatch responder',
    status: 'Responder Dispatched',
    // Which one is a switch.
    webhook: null,
  },
  arrive: {
    button: 'Arrive on scene',
    status: 'Sandbox: Responder Arrived',
    webhook: 'RESPONDER_ARRIVED_ON_SCENE',
  },
  complete: { button: 'Complete', status: 'Sandbox: Responder Completed', webhook: 'RESPONDER_COMPLETED' },
  close: { button: 'Close callout', status: 'Sandbox: Callout Closed', webhook: 'CALLOUT_CLOSED' },
};

export function isClosed(callout: Callout): boolean {
  return callout.steps.at(-1)?.step === 'close';
}

export function statusOf(callout: Callout): string {
  const last = callout.steps.at(-1)?.step;
  if (last === 'close') return steps.close.status;
  if (callout.cancelledAt) return cancelledStatus;
  return last ? steps[last].status : 'created';
}

/** Only AURA's three documented texts, which leave out most steps. */
export function documentedStatusOf(callout: Callout): string {
  if (callout.cancelledAt) return cancelledStatus;
  return stepTime(callout, 'dispatch') ? steps.dispatch.status : 'created';
}

/** When a step was taken, or null. */
export function stepTime(callout: Callout, step: StepName): string | null {
  return callout.steps.find((taken) => taken.step === step)?.at ?? null;
}

/** The next allowed step; a cancelled callout can only be closed. */
export function nextStep(callout: Callout): StepName | null {
  if (isClosed(callout)) return null;
  if (callout.cancelledAt) return 'close';
  return stepNames[callout.steps.length] ?? null;
}

/** Takes a step if it is the next one. */
export function takeStep(callout: Callout, step: StepName, at: string): boolean {
  if (nextStep(callout) !== step) return false;
  callout.steps.push({ step, at });
  return true;
}
