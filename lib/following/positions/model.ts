import type { Doubt, PauseReason } from '#lib/vocabulary.ts';

// What may be believed of a fix, how often one is sent, and what may be said of a position. Time is passed in.

export type Point = { latitude: number; longitude: number };
/** `accuracyM` is null where the device did not know it. */
export type MeasuredFix = Point & { accuracyM: number | null; measuredAt: Date };

/** AURA is told at most this often of one callout. */
export const FORWARD_EVERY_MS = 5_000;

const MOVING_EVERY_MS = 5_000;
const STILL_EVERY_MS = 20_000;
/** Walking. */
const MOVING_M_PER_S = 0.7;
/** Receivers wander by this much while they lie on a table. */
const WANDER_M = 10;

/** A device that sends every 20 seconds, measures for five and waits eight for an answer has missed one by then. */
export const PAUSED_AFTER_MS = 40_000;
/** Another device of the person takes over when the one that counts was quiet for so long. */
export const TAKE_OVER_AFTER_MS = 60_000;
/** Older than this at the press, a fix says where somebody was, not where they are. */
const OLD_BEFORE_PRESS_MS = 10 * 60_000;
/** What differs by less is the time that a request takes. */
const SKEW_WORTH_MS = 2_000;
export const FIXES_A_MINUTE = 1_000;

const EARTH_RADIUS_M = 6_371_000;
/** Faster than any car and slower than an airliner: who sits in one presses no button that we can answer. */
const FASTEST_M_PER_S = 100;
const ALLOWANCE_M = 200;
/** An accuracy of a continent would make everything reachable. */
const ACCURACY_COUNTS_UP_TO_M = 5_000;
/** What a receiver says twice in the same moment it has measured once. */
const CONFIRMED_AFTER_MS = 1_000;

/** Metres along the surface. */
export function distanceM(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const sinHalf = (degrees: number) => Math.sin(radians(degrees) / 2);
  const h =
    sinHalf(b.latitude - a.latitude) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * sinHalf(b.longitude - a.longitude) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * When a fix was measured on our clock. The device's clock may be wrong by years: what it says is put right by the
 * moment at which it says it sent this. Nothing was measured after it came in.
 */
export function measuredAtOf(fixedAt: Date, sentAt: Date | null, receivedAt: Date): Date {
  const skewMs = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  const rightMs = fixedAt.getTime() + (Math.abs(skewMs) > SKEW_WORTH_MS ? skewMs : 0);
  return new Date(Math.min(rightMs, receivedAt.getTime()));
}

/** Whether somebody could have come from one to the other in the time between. */
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
  /** The newest fix that is believed. */
  believed: MeasuredFix | null;
  /** The newest that was too far off to be believed. */
  doubted: MeasuredFix | null;
};

/**
 * What keeps a fix from being believed. One that is too far off stands doubted until the next agrees with it: a
 * receiver that errs does so once, somebody who really is elsewhere stays there.
 */
function doubtOf(fix: MeasuredFix, known: Known, raisedAt: Date): Extract<Doubt, 'jump' | 'old'> | null {
  if (fix.measuredAt.getTime() < raisedAt.getTime() - OLD_BEFORE_PRESS_MS) return 'old';
  if (!known.believed || isReachable(known.believed, fix)) return null;
  return known.doubted && confirms(known.doubted, fix) ? null : 'jump';
}

/** Judges fixes in the order of their measuring, each with what those before it have taught. */
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

/** Whether what this device sends counts: the one that does must have stopped, or gone quiet. */
export function mayLead(
  device: string | null,
  leader: { device: string | null; heardAt: Date; pauseReason: PauseReason | null } | null,
  at: Date,
): boolean {
  if (!leader || leader.device === device || leader.pauseReason !== null) return true;
  // What names no device, as a position that came with a press, gives way to what does.
  if (leader.device === null) return true;
  return at.getTime() - leader.heardAt.getTime() > TAKE_OVER_AFTER_MS;
}

/** How long a request may be on its way. A larger step back is a clock that was set. */
const LATE_UP_TO_MS = 30_000;

/** Whether a device sent this before what was heard of it last: its fixes count, its word on pausing does not. */
export function isLate(sentAt: Date | null, saidAt: Date | null): boolean {
  if (!sentAt || !saidAt) return false;
  const lateMs = saidAt.getTime() - sentAt.getTime();
  return lateMs > 0 && lateMs <= LATE_UP_TO_MS;
}

/** `paused` once the device said so or missed its turn, whatever the reason. */
export function positionState(heardAt: Date, pauseReason: PauseReason | null, at: Date): 'live' | 'paused' {
  return pauseReason !== null || at.getTime() - heardAt.getTime() > PAUSED_AFTER_MS ? 'paused' : 'live';
}

/** What the device knows of itself; `speed` in metres a second, null where it cannot tell. */
export type DeviceFix = Point & { accuracy: number | null; speed: number | null };

/** How long after the last one the newest fix is sent: soon while the person moves. */
export function sendEveryMs(lastSent: DeviceFix | undefined, newest: DeviceFix): number {
  if (!lastSent) return 0;
  if (newest.speed !== null && newest.speed >= MOVING_M_PER_S) return MOVING_EVERY_MS;
  const blurM = Math.max(WANDER_M, ((lastSent.accuracy ?? 0) + (newest.accuracy ?? 0)) / 2);
  return distanceM(lastSent, newest) > blurM ? MOVING_EVERY_MS : STILL_EVERY_MS;
}

/** Fixes that wait to be sent: the newest `limit`, oldest first, each once. */
export function keepWaiting<Fix extends { fixedAt: string }>(
  waiting: readonly Fix[],
  fix: Fix,
  limit: number,
): Fix[] {
  const others = waiting.filter(({ fixedAt }) => fixedAt !== fix.fixedAt);
  return [...others, fix].slice(-limit);
}
