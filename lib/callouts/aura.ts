import 'server-only';
import { allowOnly } from '#lib/aura/contract/hosted-url.ts';
import type { Incident } from '#lib/callouts/answers.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { env } from '#lib/platform/env.ts';
import { type auraClient, callAura } from '#lib/upstream/aura-client.ts';

const READ_DEADLINE_MS = 4_000;

/** Whether the URL may be opened: TRACKING_HOSTS may have changed since it was stored. */
export function mayOpen(hostedUrl: string): boolean {
  return allowOnly(env.TRACKING_HOSTS)(hostedUrl) === null;
}

export type CalloutReading = { rawStatus: string | null; incidents: Incident[] };

/** Reads a callout from AURA: `missing` when AURA reports that it does not exist, null without an answer. */
export async function fetchReading(calloutId: number): Promise<CalloutReading | 'missing' | null> {
  const read = await callAura((aura) => aura.readCallout({ calloutId }, { deadlineMs: READ_DEADLINE_MS }));
  if (!read.ok) return read.kind === 'not_found' ? 'missing' : null;
  return toReading(read.value);
}

type ReadView = Awaited<ReturnType<ReturnType<typeof auraClient>['readCallout']>>;

/** Converts AURA's nested shape of a callout. */
export function toReading({ status, incidents }: ReadView): CalloutReading {
  return { rawStatus: status, incidents: incidents.map(toIncident) };
}

type FlatCallout = {
  calloutId: number;
  customerId: number | null;
  calloutClassificationId: number | null;
  responseTypeId: number | null;
  status: string | null;
  url: string | null;
  createdAt: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** Converts AURA's flat shape of a callout. */
export function toListed(view: FlatCallout): ListedCallout {
  const { calloutId, customerId, responseTypeId, createdAt, latitude, longitude } = view;
  return {
    ...{ calloutId, customerId, responseTypeId, rawStatus: view.status, trackingUrl: view.url },
    isTest: isTest(view.calloutClassificationId),
    createdAt: createdAt === null ? null : new Date(createdAt),
    place: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

/** AURA's classification ids: 1 is REAL, 2 is TEST. Its pages show a 3 as well, without a meaning. */
export const CLASSIFICATION_ID = { real: 1, test: 2 } as const;

function isTest(classificationId: number | null): boolean | null {
  if (classificationId === CLASSIFICATION_ID.test) return true;
  return classificationId === CLASSIFICATION_ID.real ? false : null;
}

/** `isWhole`: every entry was readable, so an id that is absent is not on AURA's list. */
export type ActiveList = { callouts: Map<number, ListedCallout>; isWhole: boolean };

/** AURA's active callouts by id; null without an answer. */
export async function fetchActiveList(): Promise<ActiveList | null> {
  const listed = await callAura((aura) => aura.listActiveCallouts({}, { deadlineMs: READ_DEADLINE_MS }));
  if (!listed.ok) return null;
  const { callouts, unreadable } = listed.value;
  const byId = new Map(callouts.map((callout) => [callout.calloutId, toListed(callout)]));
  return { callouts: byId, isWhole: unreadable === 0 };
}

type AuraIncident = ReadView['incidents'][number];

function toIncident(incident: AuraIncident): Incident {
  return {
    typeOfEmergency: incident.typeOfEmergency,
    category: incident.category,
    responseType: incident.responseType,
    address: incident.location?.formattedAddress ?? null,
    dispatch: flatten(incident.dispatch),
  };
}

// AURA's keys for dispatch details are not documented, so every plain value is listed under its path.
function flatten(value: Record<string, unknown>, path: string[] = []): Incident['dispatch'] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, readable(key)];
    if (typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean') {
      return [{ label: here.join(' › '), value: String(inner) }];
    }
    return isRecord(inner) ? flatten(inner, here) : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readable(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
