import { systemActor } from '#lib/identity/actor.ts';
import { reviveDeliveries } from '#lib/panic/revive-deliveries.ts';
import { repeat } from '#worker/repeat.ts';

/** How long a press may stand still because a process died with it. */
const ROUND_MS = 5_000;

/** Puts presses back to work that nobody has any more. By itself, as a press must not wait for anything else. */
export function keepRepairing(signal: AbortSignal): Promise<void> {
  return repeat('repairs', ROUND_MS, () => reviveDeliveries(systemActor('press.recover'), {}), signal);
}
