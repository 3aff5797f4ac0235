import { z } from 'zod';
import { flatCallout, nestedCallout } from './callout-shapes.ts';
import { customerId } from './customers.ts';
import { operation } from './operation.ts';
import { enveloped } from './reading.ts';

export const calloutId = z.int().positive();

export const position = {
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().nonnegative().optional(),
};

export const createCallout = operation({
  summary: "Ask for help at the customer's position; an active callout is returned instead of a second one",
  method: 'POST',
  path: '/customers/{customerId}/callouts',
  auth: 'callout',
  params: z.object({ customerId }),
  body: z.object({
    location: z.object(position),
    responseTypeId: z.int().positive(),
    calloutClassificationId: z.int().positive().optional(),
  }),
  answer: (urls) => enveloped('callout', flatCallout(urls)).transform((answer) => answer.callout),
  replay: 'returns-existing',
  deadlineMs: 10_000,
  refusals: [400, 401, 403],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'people-protect/quickstart, api-reference/callouts/create-customer-callout',
    verify: '403 or 400 without a subscription; 200 or 201; the status code when the callout exists already',
  },
});

export const readCallout = operation({
  summary: 'Read a callout back, with incident and dispatch detail',
  method: 'GET',
  path: '/callouts/{calloutId}',
  auth: 'callout',
  params: z.object({ calloutId }),
  body: null,
  answer: (urls) => enveloped('callout', nestedCallout(urls)).transform((answer) => answer.callout),
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
