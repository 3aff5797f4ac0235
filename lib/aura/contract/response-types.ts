import { z } from 'zod';
import { operation } from './operation.ts';
import { lenientId, listed, optionalText } from './reading.ts';

const responseType = z
  .object({
    id: lenientId,
    value: optionalText,
    description: optionalText,
    enabledLocations: z.unknown().optional(),
  })
  .transform(({ id, value, description }) => ({
    id,
    value: value ?? description ?? `Response type ${id}`,
    description,
  }));

export const listResponseTypes = operation({
  summary: 'List the kinds of help that this customer source may ask for',
  method: 'GET',
  path: '/responseTypes',
  auth: 'server',
  params: null,
  body: null,
  answer: () => listed('responseTypes', responseType),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401],
  evidence: {
    path: 'INF',
    bodies: 'G2',
    source: 'overview/core-concepts/response-types',
    verify: 'the path, which no page shows',
  },
});

export const readCoverage = operation({
  summary: 'Get the area that is covered for a kind of help, as a KML document',
  method: 'GET',
  path: '/coverage/{responseTypeId}',
  auth: 'server',
  params: z.object({ responseTypeId: z.int().positive() }),
  body: null,
  answer: () =>
    z
      .string()
      .refine((text) => text.includes('<kml'), 'is not KML')
      .transform((kml) => ({ kml })),
  format: 'kml',
  replay: 'read',
  deadlineMs: 30_000,
  refusals: [401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'overview/core-concepts/coverage',
    verify: 'size of the document; its content type',
  },
});
