import { speaksOfCancelling, stageOfStatus } from '#lib/callouts/model.ts';
import type { Stage } from '#lib/vocabulary.ts';

// Whether AURA has closed a callout, which it need not say (docs/decisions/0013-when-a-callout-counts-as-closed.md).
// A close is final: it ends the position and the friend's link. So what a fault at AURA could look like counts only
// after a time, and silence never does. Pure; time is passed in.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** "There is no such callout" must be said twice, this far apart, of one that is not on the list. */
export const CONFIRM_MS = 4_000;
/** The same while the list does not answer. */
export const ALONE_MS = 2 * MINUTE_MS;
/** How long it must be off the list while AURA, asked for it by itself, says nothing new. */
export const LEFT_MS = 15 * MINUTE_MS;
/** The same when nobody is to come any more, or the person has a newer callout on the list. */
export const LEFT_AT_THE_END_MS = 2 * MINUTE_MS;
/** The same, of either, when AURA shows none of ours and there are several: that looks like a fault of AURA's. */
export const BLACKOUT_MS = 6 * HOUR_MS;
/** One that never was on the list, while no other is: perhaps the list is not for us. */
export const NEVER_LISTED_MS = 24 * HOUR_MS;
/** At least so many answers of the list in a row must lack it. */
export const LISTS = 3;

/** What we know of a callout before AURA's answer. */
export type Standing = {
  stage: Stage;
  rawStatus: string | null;
  /** When AURA last told us of it, by the list or by itself. */
  asOf: Date;
  readAt: Date | null;
  listedStatus: string | null;
  unlistedSince: Date | null;
  unlistedLists: number;
  missingSince: Date | null;
  closeNamedAt: Date | null;
  /** The newest position that AURA took for it: of a closed callout it takes none. */
  positionAt: Date | null;
};

/** What AURA shows of the other open callouts. */
export type Others = {
  /** Shown in any way since this one is missing. */
  shownSince: number;
  missing: number;
  /** On the list, or left it later than this one. */
  listedSince: number;
  /** Left the list together with this one. */
  leftTogether: number;
  /** The person has a newer one on the list; AURA keeps one active callout for each customer. */
  isReplaced: boolean;
};

/** `missing`: AURA says that there is no such callout. That it does not answer is no answer. */
export type Answer = { kind: 'read'; rawStatus: string | null } | { kind: 'missing' };

/** By what a close was known. */
export type Evidence = 'words' | 'status_285' | 'event' | 'missing' | 'left_list';

/** By what AURA's answer to a question that began at `at` shows that the callout is closed; null when it does not. */
export function evidenceOfClose(
  known: Standing,
  answer: Answer,
  others: Others,
  at: Date,
): Exclude<Evidence, 'status_285'> | null {
  if (answer.kind === 'read' && stageOfStatus(answer.rawStatus) === 'closed') return 'words';
  // While AURA changes its words something goes on; who comes after that sees them unchanged.
  const isNews = answer.kind === 'read' && answer.rawStatus !== null && answer.rawStatus !== known.rawStatus;
  if (isNews) return null;
  if (isConfirmed(known, answer, others, at)) return 'event';
  if (answer.kind === 'missing' && isGone(known, others, at)) return 'missing';
  return hasLeftTheList(known, others, at) ? 'left_list' : null;
}

/**
 * Whether AURA's own answers bear out an event that named the close. Whoever has the bearer can send one, so that
 * alone it closes nothing: after it AURA must know no such callout, or not list it any more.
 */
function isConfirmed(known: Standing, answer: Answer, others: Others, at: Date): boolean {
  const { closeNamedAt, positionAt, unlistedSince, listedStatus } = known;
  if (closeNamedAt === null || at < closeNamedAt) return false;
  // Of what is closed it takes no position.
  if (positionAt !== null && positionAt > closeNamedAt) return false;
  if (answer.kind === 'missing') return !isBlackout(others);
  const hasLeft = unlistedSince !== null && listedStatus !== null;
  return hasLeft && (others.listedSince > 0 || others.leftTogether === 0);
}

/** AURA shows none of ours and there are several. */
function isBlackout({ shownSince, missing, leftTogether }: Others): boolean {
  return shownSince === 0 && missing + leftTogether > 0;
}

function isGone(known: Standing, others: Others, at: Date): boolean {
  const { readAt, listedStatus, unlistedSince, missingSince, asOf, positionAt } = known;
  // One that AURA never showed us cannot have gone.
  const wasShown = readAt !== null || listedStatus !== null;
  if (!wasShown || missingSince === null) return false;
  const goneMs = msBetween(later(later(missingSince, unlistedSince), positionAt), at);
  if (isBlackout(others)) return goneMs >= BLACKOUT_MS;
  if (unlistedSince !== null) return goneMs >= CONFIRM_MS;
  return goneMs >= ALONE_MS && msBetween(asOf, at) >= ALONE_MS;
}

function hasLeftTheList(known: Standing, others: Others, at: Date): boolean {
  if (known.unlistedSince === null || known.unlistedLists < LISTS) return false;
  const isEnding =
    others.isReplaced ||
    known.stage === 'completed' ||
    known.stage === 'cancelled' ||
    speaksOfCancelling(known.rawStatus);
  // Of what is called off, AURA may go on taking positions although it lists it no more.
  const from = isEnding ? known.unlistedSince : later(known.unlistedSince, known.positionAt);
  return msBetween(from, at) >= patienceMs(known, others, isEnding);
}

function patienceMs(known: Standing, { listedSince, leftTogether }: Others, isEnding: boolean): number {
  if (listedSince > 0) return isEnding ? LEFT_AT_THE_END_MS : LEFT_MS;
  if (known.listedStatus === null) return NEVER_LISTED_MS;
  if (leftTogether > 0) return isEnding ? LEFT_MS : BLACKOUT_MS;
  return isEnding ? LEFT_AT_THE_END_MS : LEFT_MS;
}

function later(one: Date, other: Date | null): Date {
  return other !== null && other > one ? other : one;
}

function msBetween(from: Date, to: Date): number {
  return to.getTime() - from.getTime();
}
