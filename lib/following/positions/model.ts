import type { SentLocation } from '#lib/geo/schema.ts';
import type { Doubt, PauseReason } from '#lib/vocabulary.ts';

// Plausibility of fixes, intervals of sending, and a position's state. Time is passed in.

export type Point = { latitude: number; longitude: number };
/** `accuracyM` is null when unknown. */
export type MeasuredFix = Point & { accuracyM: number | null; measuredAt: Date };

/** Rate limit per callout towards AURA. */
export const FORWARD_EVERY_MS = 5_000;

const MOVING_EVERY_MS = 5_000;
const STILL_EVERY_MS = 20_000;
/** Walking. */
const MOVING_M_PER_S = 0.7;
/** GPS noise of a device at rest. */
const WANDER_M = 10;

/** A device sends every 20 s, with 5 s to measure and 8 s for the request: it has missed one by then. */
export const PAUSED_AFTER_MS = 40_000;
/** Another device takes over when the leading one was silent for this long. */
export const TAKE_OVER_AFTER_MS = 60_000;
/** A fix older than this at the press is not a current position. */
const OLD_BEFORE_PRESS_MS = 10 * 60_000;
/** Smaller differences are latency, not clock skew. */
const SKEW_WORTH_MS = 2_000;
export const FIXES_A_MINUTE = 1_000;

const EARTH_RADIUS_M = 6_371_000;
/** Faster than any car, slower than an airliner. */
const FASTEST_M_PER_S = 100;
const ALLOWANCE_M = 200;
/** Cap: an accuracy of a continent would make everything reachable. */
const ACCURACY_COUNTS_UP_TO_M = 5_000;
/** Fixes closer together than this are one measurement and do not confirm each other. */
const CONFIRMED_AFTER_MS = 1_000;

/** Great-circle distance in metres. */
export function distanceM(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const sinHalf = (degrees: number) => Math.sin(radians(degrees) / 2);
  const h =
    sinHalf(b.latitude - a.latitude) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sinHalf(b.longitude - a.longitude) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The measuring time on our clock: corrects the device's clock by its `sentAt`, and is never after the arrival. */
export function measuredAtOf(fixedAt: Date, sentAt: Date | null, receivedAt: Date): Date {
  const skewMs = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  const rightMs = fixedAt.getTime() + (Math.abs(skewMs) > SKEW_WORTH_MS ? skewMs : 0);
  return new Date(Math.min(rightMs, receivedAt.getTime()));
}

/** Whether a person can have moved from one to the other in that time. */
export function isReachable(a: MeasuredFix, b: MeasuredFix): boolean {
  const accuracies = [a, b].map(({ accuracyM }) =>
    Math.min(accuracyM ?? ACCURACY_COUNTS_UP_TO_M, ACCURACY_COUNTS_UP_TO_M),
  );
  const slackM = accuracies.reduce((sum, each) => sum + each, ALLOWANCE_M);
  const seconds = Math.abs(b.measuredAt.getTime() - a.measuredAt.getTime()) / 1_000;
  return distanceM(a, b) - slackM <= seconds * FASTEST_M_PER_S;
}

function confirms(doubted: MeasuredFix, fix: MeasuredFix): boolean {
  const laterMs = fix.measuredAt.getTime() - doubted.measuredAt.getTime();
  return laterMs >= CONFIRMED_AFTER_MS && isReachable(doubted, fix);
}

export type Known = {
  /** The newest believed fix. */
  believed: MeasuredFix | null;
  /** The newest implausible fix. */
  doubted: MeasuredFix | null;
};

/** Why a fix is doubted. A jump is believed once the next fix confirms it: GPS errors do not repeat. */
function doubtOf(fix: MeasuredFix, known: Known, raisedAt: Date): Extract<Doubt, 'jump' | 'old'> | null {
  if (fix.measuredAt.getTime() < raisedAt.getTime() - OLD_BEFORE_PRESS_MS) return 'old';
  if (!known.believed || isReachable(known.believed, fix)) return null;
  return known.doubted && confirms(known.doubted, fix) ? null : 'jump';
}

/** Judges fixes in order of measuring, each in the light of those before it. */
export function judgeFixes<Fix extends MeasuredFix>(
  fixes: readonly Fix[],
  known: Known,
  raisedAt: Date,
): { judged: { fix: Fix; doubt: Doubt | null }[]; believed: MeasuredFix | null } {
  let { believed, doubted } = known;
  const inOrder = fixes.toSorted((a, b) => a.measuredAt.getTime() - b.measuredAt.getTime());
  const judged = inOrder.map((fix) => {
    const doubt = doubtOf(fix, { believed, doubted }, raisedAt);
    if (doubt === 'jump') doubted = fix;
    if (doubt === null && (!believed || fix.measuredAt >= believed.measuredAt)) {
      believed = fix;
      doubted = null;
    }
    return { fix, doubt };
  });
  return { judged, believed };
}

/** Whether this device's fixes count: only if the leading one has stopped or is silent. */
export function mayLead(
  device: string | null,
  leader: { device: string | null; heardAt: Date; pauseReason: PauseReason | null } | null,
  at: Date,
): boolean {
  if (!leader || leader.device === device || leader.pauseReason !== null) return true;
  // A fix without a device, such as the press's, never keeps the lead.
  if (leader.device === null) return true;
  return at.getTime() - leader.heardAt.getTime() > TAKE_OVER_AFTER_MS;
}

/** Maximum latency; a larger step back means that the device's clock was set. */
const LATE_UP_TO_MS = 30_000;

/** Whether a report is out of order: its fixes count, its pause state does not. */
export function isLate(sentAt: Date | null, saidAt: Date | null): boolean {
  if (!sentAt || !saidAt) return false;
  const lateMs = saidAt.getTime() - sentAt.getTime();
  return lateMs > 0 && lateMs <= LATE_UP_TO_MS;
}

/** `paused` once the device said so or missed its interval. */
export function positionState(heardAt: Date, pauseReason: PauseReason | null, at: Date): 'live' | 'paused' {
  return pauseReason !== null || at.getTime() - heardAt.getTime() > PAUSED_AFTER_MS ? 'paused' : 'live';
}

/** As the browser reports it; `speed` in metres a second, null when unknown. */
export type DeviceFix = Point & { accuracy: number | null; speed: number | null };

/** Interval until the next report: short while moving. */
export function sendIntervalMs(lastSent: DeviceFix | undefined, newest: DeviceFix): number {
  if (!lastSent) return 0;
  if (newest.speed !== null && newest.speed >= MOVING_M_PER_S) return MOVING_EVERY_MS;
  const blurM = Math.max(WANDER_M, ((lastSent.accuracy ?? 0) + (newest.accuracy ?? 0)) / 2);
  return distanceM(lastSent, newest) > blurM ? MOVING_EVERY_MS : STILL_EVERY_MS;
}

/** The queue of unsent fixes: the newest `limit`, oldest first, deduplicated. */
export function queueFix<Fix extends { fixedAt: string }>(
  waiting: readonly Fix[],
  fix: Fix,
  limit: number,
): Fix[] {
  const others = waiting.filter(({ fixedAt }) => fixedAt !== fix.fixedAt);
  return [...others, fix].slice(-limit);
}

/** Limit per request: a device's offline queue. */
export const MAX_FIXES = 100;

/** A device's report. */
export type Report = {
  fixes: Omit<SentLocation, 'source'>[];
  /** The device's clock when it sent this, to correct its other times. */
  sentAt?: string;
  device?: string;
  paused?: PauseReason;
};
