import { runImports } from '#lib/customers/imports/run-imports.ts';
import { deliverDueCancellations } from '#lib/following/cancellations/deliver-due-cancellations.ts';
import { deliverDueMessages } from '#lib/following/messages/deliver-due-messages.ts';
import { deliverDueRatings } from '#lib/following/outcomes/deliver-due-ratings.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { repeat } from '#worker/repeat.ts';

// What is to go to AURA besides presses, taken from its tables round by round. Not as jobs of the runner: a
// silent AURA would fill its few places and hold up presses. Any number of workers may run; rows are claimed.

const ROUND_MS = 1_000;

const ROUNDS = {
  imports: () => runImports(systemActor('customer_import.run'), {}),
  cancellations: () => deliverDueCancellations(systemActor('cancellation.deliver_due'), {}),
  messages: () => deliverDueMessages(systemActor('message.deliver_due'), {}),
  ratings: () => deliverDueRatings(systemActor('outcome.deliver_due'), {}),
} satisfies Record<string, () => Promise<unknown>>;

/** Sends what waits until told to stop. Each kind has its own rounds, so that none waits for another. */
export async function keepDelivering(signal: AbortSignal): Promise<void> {
  await Promise.all(Object.entries(ROUNDS).map(([what, round]) => repeat(what, ROUND_MS, round, signal)));
}
