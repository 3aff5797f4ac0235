import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { stageOfStatus } from '#lib/callouts/model.ts';
import type { Incident } from '#lib/callouts/schema.ts';
import type { Reading } from '#lib/callouts/store.ts';
import { auraClient } from '#lib/platform/aura-client.ts';

const READ_DEADLINE_MS = 4_000;

/** AURA's callout as our reading of it; null when AURA did not answer or does not show it to us. */
export async function fetchReading(calloutId: number): Promise<Reading | null> {
  try {
    const view = await auraClient().readCallout({ calloutId }, { deadlineMs: READ_DEADLINE_MS });
    return {
      stage: stageOfStatus(view.status),
      rawStatus: view.status,
      incidents: view.incidents.map(toIncident),
    };
  } catch (error) {
    if (error instanceof AuraError) return null;
    throw error;
  }
}

type AuraIncident = Awaited<ReturnType<ReturnType<typeof auraClient>['readCallout']>>['incidents'][number];

function toIncident(incident: AuraIncident): Incident {
  return {
    typeOfEmergency: incident.typeOfEmergency,
    category: incident.category,
    responseType: incident.responseType,
    address: incident.location?.formattedAddress ?? null,
    dispatch: flatten(incident.dispatch),
  };
}

// AURA's names for dispatch detail are not known to us, so every plain value is shown under its own path.
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
