import 'server-only';
import { partsOf } from '#lib/geo/kept-place.ts';
import type { Fix } from '#lib/geo/model.ts';
import { findSavedPlace } from './person-store.ts';

/** The saved address as a fix, for a press whose device found none. */
export async function savedFix(personId: string): Promise<Fix | null> {
  const saved = await findSavedPlace(personId);
  const { latitude, longitude } = partsOf(saved?.place ?? null);
  const savedAt = saved?.savedAt;
  if (latitude === null || longitude === null || !savedAt) return null;
  return {
    latitude,
    longitude,
    accuracyM: null,
    fixedAt: savedAt,
    measuredAt: savedAt,
    fixSource: 'saved',
  };
}
