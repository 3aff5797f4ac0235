import type { Fix } from '#lib/geo/model.ts';

// Notes to AURA's control room about a position that is not live. Pure; time is passed in.

/** Beyond this a position names an area, not a place. */
const AREA_ONLY_M = 1_000;
/** Beyond this a position is old, whatever its source. */
const STALE_MS = 30_000;

/**
 * The source, accuracy and age of a press's position at its delivery, in plain words; null when it is fresh and
 * accurate.
 */
export function positionNote(fix: Fix, at: Date): string | null {
  const ageMs = fix.measuredAt && Math.max(0, at.getTime() - fix.measuredAt.getTime());
  const isOld = ageMs !== null && ageMs > STALE_MS;
  const isArea = fix.accuracyM !== null && fix.accuracyM > AREA_ONLY_M;
  const isMeasured = fix.fixSource === 'live' || fix.fixSource === 'recent';
  if (isMeasured && !isOld && !isArea) return null;
  return [
    rungWords(fix.fixSource),
    fix.fixSource === 'saved' ? null : accuracyWords(fix.accuracyM, isArea),
    // The age of a saved address says nothing about where the person is.
    fix.fixSource === 'saved' ? null : ageWords(ageMs),
    'Ask the person where they are.',
  ]
    .filter((words) => words !== null)
    .join(' ');
}

/** The note about a better position; null when there was no note about the one before. */
export function movedNote(before: Fix | null, fix: Fix, at: Date): string | null {
  if (before && positionNote(before, at) === null) return null;
  const first = 'The device has found a better position since, and this callout is moved there.';
  return `${first} ${positionNote(fix, at) ?? accuracyWords(fix.accuracyM, false)}`;
}

function rungWords(source: Fix['fixSource']): string {
  switch (source) {
    case 'live':
    case 'recent':
      return 'The position of this alarm was measured on the device.';
    case 'last_known':
      return 'The position of this alarm is the last that the device knew, not where it is known to be now.';
    case 'saved':
      return 'The device gave no position. The one of this alarm is the address that the person saved.';
    case 'manual':
      return 'The position of this alarm was typed by hand.';
    case null:
      return 'Where the position of this alarm comes from is not known.';
  }
}

function accuracyWords(accuracyM: number | null, isArea: boolean): string {
  if (accuracyM === null) return 'How accurate it is, is not known.';
  const metres = Math.round(accuracyM);
  if (!isArea) return `Accuracy: ${metres} m.`;
  return `It is an area only: accuracy ${(metres / 1_000).toFixed(1)} km.`;
}

function ageWords(ageMs: number | null): string {
  if (ageMs === null) return 'When it was measured is not known.';
  const seconds = Math.floor(ageMs / 1_000);
  if (seconds < 120) return `Measured ${seconds} s before AURA had the alarm.`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `Measured ${minutes} min before AURA had the alarm.`;
  return `Measured ${Math.floor(minutes / 60)} h before AURA had the alarm.`;
}
