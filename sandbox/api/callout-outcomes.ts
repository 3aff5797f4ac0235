import { isClosed, stepTime } from '../callout-steps.ts';
import { findCallout } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Callout, ratingItems } from '../world.ts';
import { createdStatus, type Handlers } from './handler.ts';

function findClosed(sandbox: Sandbox, id: number): Callout {
  const callout = findCallout(sandbox, id);
  if (!isClosed(callout)) throw new Refusal(404, 'Not available before the callout is closed.');
  return callout;
}

type Operations = 'readMap' | 'readResolutionReport' | 'rateCallout' | 'rateItem' | 'listRatingItems';

export const calloutOutcomes: Handlers<Operations> = {
  readMap: (sandbox, { params }) => {
    const callout = findClosed(sandbox, params.calloutId);
    const isPicture = sandbox.world.switches.mapAnswer === 'image';
    const url = `${sandbox.origin}/hosted/map?calloutId=${callout.id}`;
    const map = isPicture ? { image: 'c2FuZGJveA==' } : { url, image: null };
    return { status: 200, body: { map } };
  },

  // AURA's keys are not known; these are the sandbox's own.
  readResolutionReport: (sandbox, { params }) => {
    const callout = findClosed(sandbox, params.calloutId);
    return {
      status: 200,
      body: {
        sandboxCreatedAt: callout.createdAt,
        sandboxDispatchedAt: stepTime(callout, 'dispatch'),
        sandboxArrivedAt: stepTime(callout, 'arrive'),
        sandboxClosedAt: stepTime(callout, 'close'),
        sandboxOutcome: callout.cancelledAt ? 'cancelled' : 'completed',
      },
    };
  },

  rateCallout: (sandbox, { body }) => {
    const callout = findCallout(sandbox, body.calloutId);
    const id = sandbox.nextId();
    sandbox.world.ratings[id] = { id, calloutId: callout.id, rating: body.rating, items: [] };
    const isNumber = sandbox.world.switches.ratingAnswer === 'number';
    return {
      status: createdStatus(sandbox),
      body: { calloutRatingPostResult: isNumber ? id : { id, rating: body.rating } },
    };
  },

  rateItem: (sandbox, { body }) => {
    const rating = sandbox.world.ratings[body.calloutRatingId];
    if (!rating) throw new Refusal(400, 'Unknown calloutRatingId.');
    const known = rating.items.find(({ id }) => id === body.ratingItemId);
    const item = known ?? { id: body.ratingItemId ?? sandbox.nextId(), description: '', sentiment: null };
    item.description = body.ratingItemDescription;
    item.sentiment = body.sentiment ?? null;
    if (!known) rating.items.push(item);
    return { status: createdStatus(sandbox), body: { calloutRatingItemResults: item } };
  },

  listRatingItems: () => ({ status: 200, body: { ratingItems } }),
};
