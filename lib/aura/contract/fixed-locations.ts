// Places stored at AURA, where a callout can be raised without a position.
import { z } from 'zod';
import { calloutView } from './callout-shapes.ts';
import { customerId } from './customers.ts';
import { operation } from './operation.ts';
import {
  acknowledgement,
  enveloped,
  firstOf,
  latitude,
  listed,
  longitude,
  optionalId,
  optionalText,
} from './reading.ts';

export const predefinedLocationId = z.int().positive();

/** Further keys of a place, unused. */
const keysOfNoUse = [
  'customerSourceId',
  'calloutLocationTypeId',
  'calloutLocationTypeValue',
  'calloutLocationTypeDescription',
  'locationAdditionalInformation',
  'w3w',
  'duressCode',
  'medicalCoverage',
  'securityCoverage',
  'inCoverageLastCheckedAt',
  'createdAt',
  'updatedAt',
  ...['id', 'value', 'description', 'addressType', 'createdAt', 'updatedAt'].map(
    (key) => `calloutLocationType.${key}`,
  ),
];

const view = z
  .object({
    ...Object.fromEntries(keysOfNoUse.map((key) => [key, z.unknown().optional()])),
    id: optionalId,
    predefinedLocationId: optionalId,
    customerId: optionalId,
    externalReferenceId: optionalText,
    locationIdentifier: optionalText,
    locationDescription: optionalText,
    formattedAddress: optionalText,
    latitude,
    longitude,
  })
  .transform((raw, ctx) => ({
    predefinedLocationId: firstOf(ctx, 'id', raw.id, raw.predefinedLocationId),
    customerId: raw.customerId,
    externalReferenceId: raw.externalReferenceId,
    description: raw.locationDescription ?? raw.locationIdentifier,
    formattedAddress: raw.formattedAddress,
    latitude: raw.latitude,
    longitude: raw.longitude,
  }));

/** AURA takes a place's coordinates as text. */
const coordinate = z.string().regex(/^-?\d+(\.\d+)?$/);

const newLocation = z.object({
  externalReferenceId: z.string().min(1),
  locationIdentifier: z.string().min(1),
  latitude: coordinate,
  longitude: coordinate,
  calloutLocationTypeId: z.int().positive().optional(),
  customerId: customerId.optional(),
  locationDescription: z.string().optional(),
  locationAdditionalInformation: z.string().optional(),
  formattedAddress: z.string().optional(),
  w3w: z.string().optional(),
});

const answer = () => enveloped('predefinedLocation', view).transform((raw) => raw.predefinedLocation);

const anyOperation = {
  auth: 'server',
  deadlineMs: 10_000,
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'property-protect/fixed-locations, api-reference/fixed-locations',
    verify: 'bare or in an envelope; whether the list comes in pages',
  },
} as const;
const ofAll = { ...anyOperation, path: '/predefinedLocations', params: null } as const;
const ofOne = {
  ...anyOperation,
  path: '/predefinedLocations/{predefinedLocationId}',
  params: z.object({ predefinedLocationId }),
} as const;

export const createFixedLocation = operation({
  ...ofAll,
  summary: 'Have AURA keep a place, of a customer or of the customer source',
  method: 'POST',
  body: newLocation,
  answer,
  replay: 'unsafe',
  refusals: [400, 401],
});

export const listFixedLocations = operation({
  ...ofAll,
  summary: 'List the places that AURA keeps for this customer source',
  method: 'GET',
  body: null,
  answer: () => listed('predefinedLocations', view),
  replay: 'read',
  refusals: [401],
});

export const readFixedLocation = operation({
  ...ofOne,
  summary: 'Read one place',
  method: 'GET',
  body: null,
  answer,
  replay: 'read',
  refusals: [401, 404],
});

export const updateFixedLocation = operation({
  ...ofOne,
  summary: 'Change a place',
  method: 'PUT',
  body: newLocation.partial(),
  answer,
  replay: 'replace',
  refusals: [400, 401, 404],
});

export const deleteFixedLocation = operation({
  ...ofOne,
  summary: 'Remove a place',
  method: 'DELETE',
  body: null,
  answer: () => acknowledgement,
  replay: 'replace',
  refusals: [401, 404],
});

export const createFixedLocationCallout = operation({
  summary: 'Ask for help at a place, by our own reference for it',
  method: 'POST',
  path: '/predefinedLocations/externalRef/{externalReferenceId}/callouts',
  auth: 'server',
  params: z.object({ externalReferenceId: z.string().min(1) }),
  body: z.object({ installerIdentifier: z.string().optional() }),
  answer: (urls) =>
    enveloped('callout', calloutView(urls), {
      installerIdentifier: z.unknown().optional(),
      externalReferenceId: z.unknown().optional(),
    }).transform((raw) => raw.callout),
  // The guarantee to return an active callout is documented for a customer's only.
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/callouts/create-fixed-location-callout, property-protect/quickstart',
    verify: 'that an unknown reference is answered 400; whether an active callout is returned here too',
  },
});
