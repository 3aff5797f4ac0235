import type { fixSources } from '#lib/vocabulary.ts';

// Positions of a press, and which of two is the better. Pure.

export type Fix = {
  latitude: number;
  longitude: number;
  accuracyM: number | null;
  /** As the device said. */
  fixedAt: Date | null;
  /** The same on our clock, as well as it can be told. */
  measuredAt: Date | null;
  fixSource: (typeof fixSources)[number] | null;
};

type FixColumns = { [Column in keyof Fix]?: Fix[Column] | null | undefined };

/** The columns of a position as one, or null when there is none. */
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

/** From the best to the worst; what is not known to be any of them is worse than all. */
const BEST_SOURCES: readonly Fix['fixSource'][] = ['live', 'recent', 'manual', 'last_known', 'saved'];
/** Two measurements closer together than this are told apart by their accuracy, others by their age. */
const SAME_MOMENT_MS = 30_000;

/**
 * Where help is to be sent, of what is known and what came later: live beats last known, that beats the saved
 * address. Of one kind the later measurement counts, of one moment the more accurate.
 */
export function betterFix(known: Fix, next: Fix): Fix {
  const [knownRank, nextRank] = [rankOf(known), rankOf(next)];
  if (knownRank !== nextRank) return nextRank < knownRank ? next : known;
  const laterByMs = (next.fixedAt?.getTime() ?? 0) - (known.fixedAt?.getTime() ?? 0);
  if (Math.abs(laterByMs) > SAME_MOMENT_MS) return laterByMs > 0 ? next : known;
  return (next.accuracyM ?? Infinity) < (known.accuracyM ?? Infinity) ? next : known;
}

/** About eleven metres: AURA may round what it was told. */
const SAME_PLACE_DEGREES = 0.0001;

/**
 * Whether a callout that AURA gave to a press may stand elsewhere than where the device found itself: it was open
 * before, or an attempt with another position has made it. Where AURA does not say, only a first attempt is sure.
 */
export function mayStandElsewhere(
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
