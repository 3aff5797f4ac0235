import { z } from 'zod';
import { calloutId, oneCallout } from './callouts.ts';
import { checkedUrl } from './hosted-url.ts';
import { operation } from './operation.ts';
import { acknowledging, enveloped, firstOf, listed, optionalId, optionalText } from './reading.ts';

export const readMap = operation({
  summary: 'Get the map of a closed callout',
  method: 'GET',
  path: '/callouts/{calloutId}/maps',
  auth: 'server',
  params: oneCallout,
  body: null,
  // A map may be a URL or the image itself.
  answer: (urls) =>
    enveloped('map', z.object({ url: optionalText, image: optionalText })).transform(({ map }) => ({
      ...checkedUrl(map.url, urls),
      image: map.image,
    })),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G1',
    bodies: 'G2',
    source: 'panic-api-reference/callouts/get-callout-map',
    verify: 'the host of the map; what image holds, or what stands in its place; what comes before the close',
  },
});

export const readResolutionReport = operation({
  summary: 'Get the resolution report of a closed callout',
  method: 'GET',
  path: '/callouts/{calloutId}/resolutionReport',
  auth: 'server',
  params: oneCallout,
  body: null,
  // The report contains response and resolution times and an outcome, under unknown keys.
  answer: () => z.record(z.string(), z.unknown()).transform((report) => ({ report })),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'INF',
    bodies: 'INF',
    source: 'a title in the navigation of panic-api-reference',
    verify: 'the path and every key of the report',
  },
});

const madeRating = z
  .union([
    z.number().transform((id) => ({ id, calloutRatingId: null })),
    z.object({ id: optionalId, calloutRatingId: optionalId, rating: z.unknown().optional() }),
  ])
  .nullable()
  .catch(null)
  .transform((raw) => ({ calloutRatingId: raw?.id ?? raw?.calloutRatingId ?? null }));

export const rateCallout = operation({
  summary: 'Rate a closed callout from 1 to 5',
  method: 'POST',
  path: '/ratings',
  auth: 'server',
  params: null,
  body: z.object({
    calloutId,
    rating: z.int().min(1).max(5),
    additionalDetails: z.string().optional(),
    customerAllowedToBeContacted: z.boolean().optional(),
  }),
  answer: () =>
    enveloped('calloutRatingPostResult', madeRating).transform((raw) => raw.calloutRatingPostResult),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401, 500],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callout-ratings',
    verify: 'where the id of the rating stands; whether a second rating is taken',
  },
});

export const rateItem = operation({
  summary: 'Add a point of praise or complaint to a rating, or change one that was added',
  method: 'POST',
  path: '/rating-items',
  auth: 'server',
  params: null,
  body: z.object({
    calloutRatingId: z.int().positive(),
    ratingItemDescription: z.string().trim().min(1),
    ratingItemId: z.int().positive().optional(),
    ratingItem: z.string().optional(),
    sentiment: z.enum(['positive', 'negative']).optional(),
  }),
  answer: () => acknowledging({ calloutRatingItemResults: z.unknown().optional() }),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callout-ratings/create-callout-rating-item',
    verify: 'types of the ids; whether it is changed by ratingItemId',
  },
});

const ratingItem = z
  .object({
    id: optionalId,
    ratingItemId: optionalId,
    ratingItem: optionalText,
    description: optionalText,
    ratingItemDescription: optionalText,
    sentiment: optionalText,
  })
  .transform((raw, ctx) => {
    const id = firstOf(ctx, 'id', raw.id, raw.ratingItemId);
    const { description, ratingItemDescription, ratingItem: name, sentiment } = raw;
    return { id, description: description ?? ratingItemDescription ?? name ?? `Item ${id}`, sentiment };
  });

export const listRatingItems = operation({
  summary: 'List the points that may be added to a rating',
  method: 'GET',
  path: '/rating-items',
  auth: 'server',
  params: null,
  body: null,
  answer: () => listed('ratingItems', ratingItem),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401],
  evidence: {
    path: 'INF',
    bodies: 'INF',
    source: 'a title in the navigation of panic-api-reference',
    verify: 'the path, which no page shows, and the shape',
  },
});
