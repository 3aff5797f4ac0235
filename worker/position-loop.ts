import { forwardPositions } from '#lib/following/positions/forward-positions.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { repeat } from '#worker/repeat.ts';

const ROUND_MS = 1_000;

/**
 * Keeps telling AURA the positions that it was not told by the request that brought them. Apart from the jobs, so
 * that a slow AURA holds up no press; any number of workers may do it.
 */
export function keepForwarding(signal: AbortSignal): Promise<void> {
  return repeat(
    'positions',
    ROUND_MS,
    () => forwardPositions(systemActor('callout.forward_position'), {}),
    signal,
  );
}
