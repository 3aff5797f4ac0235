// AURA shows a callout flat (created or listed) or nested (read). Which one comes where is known for few calls, so both
// are accepted everywhere.
import { z } from 'zod';
import { checkedUrl, type UrlRule } from './hosted-url.ts';
import {
  entries,
  enveloped,
  firstOf,
  latitude,
  longitude,
  optionalFlag,
  optionalId,
  optionalInstant,
  optionalText,
  words,
} from './reading.ts';

/** The status texts on AURA's pages; the list there is truncated, so expect others. */
export const knownStatuses: ReadonlySet<string> = new Set([
  'created',
  'responder dispatched',
  'responder cancelled',
]);

const placeKeys = {
  latitude,
  longitude,
  lat: latitude,
  lon: longitude,
  lng: longitude,
  formattedAddress: optionalText,
};

const place = z.object(placeKeys).nullable().catch(null).transform(placeIn);

function placeIn(raw: z.output<z.ZodObject<typeof placeKeys>> | null) {
  const [north, east] = [raw?.latitude ?? raw?.lat ?? null, raw?.longitude ?? raw?.lon ?? raw?.lng ?? null];
  const formattedAddress = raw?.formattedAddress ?? null;
  if (north !== null && east !== null) return { latitude: north, longitude: east, formattedAddress };
  return formattedAddress === null ? null : { latitude: null, longitude: null, formattedAddress };
}

const classification = { calloutClassification: words, internalTest: optionalFlag };

// The keys of the dispatch part are undocumented: unknown keys of an incident are kept as `dispatch`.
const incident = z
  .looseObject({
    ...classification,
    predefinedLocationId: optionalText,
    typeOfEmergency: words,
    incidentCategory: words,
    incidentcategory: words,
    responseType: words,
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
      predefinedLocationId,
      typeOfEmergency,
      category: incidentCategory ?? incidentcategory,
      responseType,
      classification: calloutClassification,
      internalTest,
      location: calloutCurrentLocation,
      dispatch,
    };
  });

/** A callout in either shape; only its id is required. */
export function calloutView(urls: UrlRule) {
  return z
    .object({
      id: optionalId,
      calloutId: optionalId,
      status: optionalText,
      url: optionalText,
      customerId: optionalId,
      predefinedLocationId: optionalText,
      ...placeKeys,
      responseTypeId: optionalId,
      calloutClassificationId: optionalId,
      createdAt: optionalInstant,
      ...classification,
      incidentInformation: entries(incident),
    })
    .transform((raw, ctx) => {
      const incidents = raw.incidentInformation;
      const places = [placeIn(raw), ...incidents.map(({ location }) => location)];
      const found = places.find((one) => one !== null && one.latitude !== null);
      return {
        calloutId: firstOf(ctx, 'id', raw.id, raw.calloutId),
        status: raw.status,
        ...checkedUrl(raw.url, urls),
        customerId: raw.customerId,
        predefinedLocationId:
          raw.predefinedLocationId ?? firstIn(incidents, (one) => one.predefinedLocationId),
        latitude: found?.latitude ?? null,
        longitude: found?.longitude ?? null,
        responseTypeId: raw.responseTypeId,
        calloutClassificationId: raw.calloutClassificationId,
        classification: raw.calloutClassification ?? firstIn(incidents, (one) => one.classification),
        internalTest: raw.internalTest ?? firstIn(incidents, (one) => one.internalTest),
        createdAt: raw.createdAt,
        incidents,
      };
    });
}

type ReadIncident = z.output<typeof incident>;

function firstIn<Value>(
  incidents: readonly ReadIncident[],
  pick: (one: ReadIncident) => Value | null,
): Value | null {
  return incidents.map(pick).find((value) => value !== null) ?? null;
}

/** The callout in an answer that is valid without it. */
export function calloutIfAny(urls: UrlRule) {
  return enveloped('callout', calloutView(urls).nullable().catch(null));
}

/** Status 285: the callout is closed, even if the body is unreadable. */
export function closedCallout(urls: UrlRule) {
  return calloutIfAny(urls).transform(({ callout }) => ({ closed: true as const, callout }));
}
