// Actions of AURA's staff, from the simulator or the control API.
import { steps, takeStep } from './callout-steps.ts';
import type { Sandbox } from './sandbox.ts';
import { announceCallout } from './webhooks/announce.ts';
import type { Callout, StepName } from './world.ts';

/**
 * False when it is not the next step. The control room's steps send webhooks; the simulator's depend on a
 * switch.
 */
export function stepCallout(sandbox: Sandbox, callout: Callout, step: StepName): boolean {
  if (!takeStep(callout, step, sandbox.nowText())) return false;
  const { simulatorWebhooks, dispatchEvent } = sandbox.world.switches;
  if (simulatorWebhooks === 'on') announceCallout(sandbox, steps[step].webhook ?? dispatchEvent, callout);
  sandbox.save();
  return true;
}

export function sayToCustomer(sandbox: Sandbox, callout: Callout, text: string): void {
  callout.events.push({ id: sandbox.nextId(), text, source: 'control_room', createdAt: sandbox.nowText() });
  if (sandbox.world.switches.simulatorWebhooks === 'on') {
    announceCallout(sandbox, 'CALLOUT_EVENTS_CHANGED', callout);
  }
  sandbox.save();
}
