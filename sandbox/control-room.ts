// What AURA's people do to a callout: in the simulator by hand, through the control API by tests.
import { steps, takeStep } from './callout-steps.ts';
import type { Sandbox } from './sandbox.ts';
import { announceCallout } from './webhooks/announce.ts';
import type { Callout, StepName } from './world.ts';

/** Takes a step; false when it is not the next one. A control room's step sends a webhook; whether AURA's simulator does is a switch. */
export function stepCallout(sandbox: Sandbox, callout: Callout, step: StepName): boolean {
  if (!takeStep(callout, step, sandbox.nowText())) return false;
  const { simulatorWebhooks, dispatchEvent } = sandbox.world.switches;
  if (simulatorWebhooks === 'on') announceCallout(sandbox, steps[step].webhook ?? dispatchEvent, callout);
  sandbox.save();
  return true;
}

/** Writes to the customer. */
export function sayToCustomer(sandbox: Sandbox, callout: Callout, text: string): void {
  callout.events.push({ id: sandbox.nextId(), text, source: 'control_room', createdAt: sandbox.nowText() });
  if (sandbox.world.switches.simulatorWebhooks === 'on') {
    announceCallout(sandbox, 'CALLOUT_EVENTS_CHANGED', callout);
  }
  sandbox.save();
}
