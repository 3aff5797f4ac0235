import type { fixSources } from '#lib/vocabulary.ts';

export type Fix = {
  latitude: number;
  longitude: number;
  accuracyM: number | null;
  /** By the device's clock. */
  fixedAt: Date | null;
  /** By our clock, estimated. */
  measuredAt: Date | null;
  fixSource: (typeof fixSources)[number] | null;
};

type FixColumns = { [Column in keyof Fix]?: Fix[Column] | null | undefined };

export function asFix(columns: FixColumns): Fix | null {
  const { latitude, longitude, accuracyM, fixedAt, measuredAt, fixSource } = columns;
  if (latitude == null || longitude == null) return null;
  return {
    latitude,
    longitude,
    accuracyM: accuracyM ?? null,
    fixedAt: fixedAt ?? null,
    measuredAt: measuredAt ?? null,
    fixSource: fixSource ?? null,
  };
}

/** Best first; an unknown source ranks last. */
const BEST_SOURCES: readonly Fix['fixSource'][] = ['live', 'recent', 'manual', 'last_known', 'saved'];
/** Within this time accuracy decides, beyond it age. */
const SAME_MOMENT_MS = 30_000;

/** The better fix: live over last known over saved address; then the later, within a moment the more accurate. */
export function betterFix(known: Fix, next: Fix): Fix {
  const [knownRank, nextRank] = [rankOf(known), rankOf(next)];
  if (knownRank !== nextRank) return nextRank < knownRank ? next : known;
  const laterByMs = (next.fixedAt?.getTime() ?? 0) - (known.fixedAt?.getTime() ?? 0);
  if (Math.abs(laterByMs) > SAME_MOMENT_MS) return laterByMs > 0 ? next : known;
  return (next.accuracyM ?? Infinity) < (known.accuracyM ?? Infinity) ? next : known;
}

/** About eleven metres: AURA may round. */
const SAME_PLACE_DEGREES = 0.0001;

/** Whether AURA's callout may be elsewhere than its press: it was open before, or made with another position. */
export function mayBeElsewhere(
  fix: Fix,
  place: { latitude: number; longitude: number } | null,
  wasFirstAttempt: boolean,
): boolean {
  if (fix.fixSource === 'saved' || fix.fixSource === 'last_known' || fix.fixSource === null) return false;
  if (!place) return !wasFirstAttempt;
  const isSame = (one: number, other: number) => Math.abs(one - other) <= SAME_PLACE_DEGREES;
  return !(isSame(fix.latitude, place.latitude) && isSame(fix.longitude, place.longitude));
}

function rankOf({ fixSource }: Fix): number {
  const rank = BEST_SOURCES.indexOf(fixSource);
  return rank === -1 ? BEST_SOURCES.length : rank;
}
