import 'server-only';
import type { Actor } from '#lib/identity/actor.ts';
import { findCallout } from './store.ts';

// What other rooms may use of the tables of callouts; the rest of the stores is this room's own.

export { acquireRateToken, noteWatched, readPace } from './follow-store.ts';
export {
  type CreatedCallout,
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

/** A callout for whoever may know of it: of somebody else's a person is told what they are told of none. */
export async function findCalloutFor(actor: Actor, calloutId: number) {
  const found = await findCallout(calloutId);
  return found && actor.role === 'person' && actor.personId !== found.personId ? null : found;
}
