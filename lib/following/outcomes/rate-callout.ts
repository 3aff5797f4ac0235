import 'server-only';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { deliverRating } from './deliver-rating.ts';
import { rateInput } from './schema.ts';
import { insertRating } from './store.ts';

/** Stores a person's rating of a closed callout once, and starts its delivery. */
export const rateCallout = verb('outcome.rate', rateInput, async (actor, input) => {
  const { calloutId, rating, words, mayContact } = input;
  const callout = await findCalloutFor(actor, calloutId);
  if (!callout) return refuse('callout.not_found');
  if (!callout.closedAt) return refuse('callout.not_closed');
  const isNew = await insertRating({ calloutId, rating, words: words || null, mayContact }, now());
  if (!isNew) return refuse('rating.given');
  inBackground('rating delivery', () => deliverRating(systemActor('outcome.rate'), { calloutId }));
  return ok(null);
});
