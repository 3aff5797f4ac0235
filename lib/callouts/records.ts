import 'server-only';
import type { Actor } from '#lib/identity/actor.ts';
import { findCallout } from './store.ts';

// What other rooms may use of this room's tables.

export {
  anonymiseCallouts,
  hasCallouts,
  listClosedBefore,
  listClosedOf,
  listClosedOfErased,
} from './anonymise-store.ts';
export { acquireRateToken, noteWatched, readPace } from './follow-store.ts';
export { listPastCallouts, listStagesBeforeClose } from './history-store.ts';
export {
  addressIn,
  findCallout,
  findCalloutWithPerson,
  fixOf,
  listFacts,
  listKnownIds,
  listOpenOf,
  markCancelled,
  markDuress,
  recordCallout,
  recordingOf,
  toCallout,
  trackingUrlOf,
} from './store.ts';

/** The callout if the actor may see it. Somebody else's looks like none at all. */
export async function findCalloutFor(actor: Actor, calloutId: number) {
  const found = await findCallout(calloutId);
  return found && actor.role === 'person' && actor.personId !== found.personId ? null : found;
}
