import { z } from 'zod';
import { calloutIfAny, calloutView, closedCallout } from './callout-shapes.ts';
import { customerId } from './customers.ts';
import { predefinedLocationId } from './fixed-locations.ts';
import type { UrlRule } from './hosted-url.ts';
import { operation } from './operation.ts';
import { acknowledgement, enveloped, listed } from './reading.ts';

export const calloutId = z.int().positive();
export const oneCallout = z.object({ calloutId });

const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().nonnegative().optional(),
});

// Where a place's id belongs is undocumented: beside `location` and instead of it, or within it.
const newCallout = z.object({
  location: z.union([position, z.strictObject({ predefinedLocationId })]).optional(),
  predefinedLocationId: predefinedLocationId.optional(),
  responseTypeId: z.int().positive(),
  calloutClassificationId: z.int().positive().optional(),
});

type NewCallout = Pick<z.output<typeof newCallout>, 'location' | 'predefinedLocationId'>;

const hasOnePlace = (body: NewCallout) =>
  (body.location === undefined) !== (body.predefinedLocationId === undefined);
const onePlace = { path: ['location'], message: 'is needed, or a predefinedLocationId, and not both' };

const calloutAnswer = (urls: UrlRule) =>
  enveloped('callout', calloutView(urls)).transform((answer) => answer.callout);

const openAnswer = (urls: UrlRule) =>
  calloutIfAny(urls).transform(({ callout }) => ({ closed: false as const, callout }));

export const createCallout = operation({
  summary: "Ask for help at the customer's position; an active callout is returned instead of a second one",
  method: 'POST',
  path: '/customers/{customerId}/callouts',
  auth: 'callout',
  params: z.object({ customerId }),
  body: newCallout.refine(hasOnePlace, onePlace),
  answer: calloutAnswer,
  replay: 'returns-existing',
  deadlineMs: 10_000,
  refusals: [400, 401, 403],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'people-protect/quickstart, api-reference/callouts/create-customer-callout',
    verify:
      '403 or 400 without a subscription; 200 or 201; the status code when the callout exists already; where predefinedLocationId stands',
  },
});

export const createLegacyCallout = operation({
  summary: 'Ask for help the older way, with the customer in the body',
  method: 'POST',
  path: '/callouts',
  auth: 'callout',
  params: null,
  body: newCallout.extend({ customerId: customerId.optional() }).refine(hasOnePlace, onePlace),
  answer: calloutAnswer,
  // The guarantee to return an active callout is documented for the newer path only.
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callouts/create-callout-legacy',
    verify: 'whether an active callout is returned here too',
  },
});

export const listActiveCallouts = operation({
  summary: 'List all active callouts of this customer source',
  method: 'GET',
  path: '/callouts/activeCallouts',
  auth: 'server',
  params: null,
  body: null,
  answer: (urls) => listed('callouts', calloutView(urls)),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401],
  evidence: {
    path: 'G1',
    bodies: 'G1',
    source: 'panic-api-reference/callouts/list-active-callouts',
    verify: 'that it still exists; its shape; whether a cancelled callout is in it',
  },
});

export const listCustomerCallouts = operation({
  summary: 'List the active callouts of one customer',
  method: 'GET',
  path: '/customers/{customerId}/callouts',
  auth: 'callout',
  params: z.object({ customerId }),
  body: null,
  answer: (urls) => listed('callouts', calloutView(urls)),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'INF',
    bodies: 'INF',
    source: 'a title in the navigation of panic-api-reference',
    verify: 'the path, which no page shows, and the shape',
  },
});

export const readCallout = operation({
  summary: 'Read a callout back, with incident and dispatch detail',
  method: 'GET',
  path: '/callouts/{calloutId}',
  auth: 'callout',
  params: oneCallout,
  body: null,
  answer: calloutAnswer,
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G2',
    bodies: '3P',
    source:
      'people-protect/quickstart, api-reference/callouts/get-callout-by-id; keys from a captured webhook',
    verify: 'whether status and url are in it, every status text, the key names of the dispatch detail',
  },
});

export const updateLocation = operation({
  summary: "Tell AURA the customer's newest position",
  method: 'POST',
  path: '/callouts/{calloutId}/location',
  auth: 'callout',
  params: oneCallout,
  body: position,
  answer: () => acknowledgement.transform(() => ({ closed: false as const })),
  closed: closedCallout,
  replay: 'replace',
  deadlineMs: 5_000,
  refusals: [400, 401],
  evidence: {
    path: 'G1',
    bodies: 'G2',
    source: 'panic-api-reference/callouts, overview/core-concepts/callout-lifecycle',
    verify: 'that status 285 comes after the close, and what its body holds',
  },
});

export const updateLocationAndRead = operation({
  summary: "Tell AURA the customer's newest position and get the callout back",
  method: 'POST',
  path: '/callouts/{calloutId}/updateLocationAndReturnCallout',
  auth: 'callout',
  params: oneCallout,
  body: position,
  answer: openAnswer,
  closed: closedCallout,
  replay: 'replace',
  deadlineMs: 5_000,
  refusals: [400, 401, 404],
  evidence: {
    path: 'INF',
    bodies: 'G2',
    source: 'api-reference/callouts/update-callout-location-and-return',
    verify: 'the path, which no page shows',
  },
});

export const cancelCallout = operation({
  summary: 'Cancel a callout; with a safe code as the customer, without one as the integrator',
  method: 'POST',
  path: '/callouts/{calloutId}/cancel',
  auth: 'callout',
  params: oneCallout,
  body: z.object({ safeCode: z.string().optional() }),
  answer: openAnswer,
  closed: closedCallout,
  replay: 'replace',
  deadlineMs: 10_000,
  refusals: [400, 401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callouts/cancel-callout, panic-api-reference/callouts/cancel-callout',
    verify: 'what a wrong safe code answers; that the callout is flat; what a second cancellation answers',
  },
});

export const dismissCallout = operation({
  summary: 'Dismiss a callout; only a title and older code know of it',
  method: 'POST',
  path: '/callouts/{calloutId}/dismiss',
  auth: 'server',
  params: oneCallout,
  body: null,
  answer: () => acknowledgement,
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G1',
    bodies: 'INF',
    source: 'navigation of panic-api-reference',
    verify: 'whether it exists, its body, and how it differs from cancelling',
  },
});
