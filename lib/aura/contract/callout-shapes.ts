// AURA shows a callout in two shapes: flat when it is created or listed, nested when it is read back.
import { z } from 'zod';
import { checkedUrl, type UrlRule } from './hosted-url.ts';
import {
  firstOf,
  optionalFlag,
  optionalId,
  optionalInstant,
  optionalNumber,
  optionalText,
} from './reading.ts';

/** The status texts that AURA's pages show; the list there is cut off, so others must be expected. */
export const knownStatuses: ReadonlySet<string> = new Set([
  'created',
  'responder dispatched',
  'responder cancelled',
]);

const head = { id: optionalId, calloutId: optionalId, status: optionalText, url: optionalText };

const flatKeys = {
  customerId: optionalId,
  predefinedLocationId: z.unknown().optional(),
  latitude: optionalNumber,
  longitude: optionalNumber,
  responseTypeId: optionalId,
  calloutClassificationId: optionalId,
  createdAt: optionalInstant,
};

/** What is said by a text, or by an object that holds it. */
const said = z
  .union([z.string(), z.object({ value: optionalText, description: optionalText })])
  .nullable()
  .catch(null)
  .transform((raw) => (typeof raw === 'string' || raw === null ? raw : (raw.value ?? raw.description)));

const place = z
  .object({
    latitude: optionalNumber,
    longitude: optionalNumber,
    lat: optionalNumber,
    lon: optionalNumber,
    lng: optionalNumber,
    formattedAddress: optionalText,
  })
  .nullable()
  .catch(null)
  .transform((raw) => {
    const latitude = raw?.latitude ?? raw?.lat ?? null;
    const longitude = raw?.longitude ?? raw?.lon ?? raw?.lng ?? null;
    if (latitude === null || longitude === null) return null;
    return { latitude, longitude, formattedAddress: raw?.formattedAddress ?? null };
  });

// The key names of the dispatch part were never seen, so all unknown keys of an incident are kept as `dispatch`.
const incident = z
  .looseObject({
    predefinedLocationId: z.unknown().optional(),
    typeOfEmergency: said,
    incidentCategory: said,
    incidentcategory: said,
    responseType: said,
    calloutClassification: said,
    internalTest: optionalFlag,
    calloutCurrentLocation: place,
  })
  .transform((raw) => {
    const {
      predefinedLocationId,
      typeOfEmergency,
      incidentCategory,
      incidentcategory,
      responseType,
      calloutClassification,
      internalTest,
      calloutCurrentLocation,
      ...dispatch
    } = raw;
    return {
      typeOfEmergency,
      category: incidentCategory ?? incidentcategory,
      responseType,
      classification: calloutClassification,
      location: calloutCurrentLocation,
      dispatch,
    };
  });

const nestedKeys = {
  calloutClassification: said,
  internalTest: optionalFlag,
  incidentInformation: z.array(incident).nullable().catch(null),
};

/** A callout as it is created and listed. */
export function flatCallout(urls: UrlRule) {
  return z.object({ ...head, ...flatKeys }).transform((raw, ctx) => ({
    calloutId: firstOf(ctx, 'id', raw.id, raw.calloutId),
    status: raw.status,
    ...checkedUrl(raw.url, urls),
    customerId: raw.customerId,
    latitude: raw.latitude,
    longitude: raw.longitude,
    responseTypeId: raw.responseTypeId,
    calloutClassificationId: raw.calloutClassificationId,
    createdAt: raw.createdAt,
  }));
}

/** A callout as it is read back: incident, position and dispatch detail in `incidents`. */
export function nestedCallout(urls: UrlRule) {
  return z.object({ ...head, customerId: optionalId, ...nestedKeys }).transform((raw, ctx) => {
    const incidents = raw.incidentInformation ?? [];
    return {
      calloutId: firstOf(ctx, 'id', raw.id, raw.calloutId),
      status: raw.status,
      ...checkedUrl(raw.url, urls),
      classification: raw.calloutClassification ?? incidents[0]?.classification ?? null,
      incidents,
    };
  });
}

/** A callout of which only the head is certain, whichever shape it comes in. */
export function eitherCallout(urls: UrlRule) {
  return z.object({ ...head, ...flatKeys, ...nestedKeys }).transform((raw, ctx) => ({
    calloutId: firstOf(ctx, 'id', raw.id, raw.calloutId),
    status: raw.status,
    ...checkedUrl(raw.url, urls),
  }));
}

/** Status 285: the callout is closed. That is so even when the body that came with it cannot be read. */
export function closedCallout(urls: UrlRule) {
  return z
    .object({ message: optionalText, callout: nestedCallout(urls).nullable().catch(null) })
    .catch({ message: null, callout: null })
    .transform(({ callout }) => ({ closed: true as const, callout }));
}
