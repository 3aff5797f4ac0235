import { mentionsCancellation, stageOfStatus } from '#lib/callouts/model.ts';
import type { Stage } from '#lib/vocabulary.ts';

// Decides whether AURA has closed a callout (docs/decisions/0013-when-a-callout-counts-as-closed.md).
// A close is irreversible: it stops positions and share links. So signals that an AURA fault could also cause need time
// to count, and a missing answer never counts. Pure; time is passed in.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Two "no such callout" answers must be this far apart, for a callout that is not on the list. */
export const CONFIRM_MS = 4_000;
/** The same while the list does not answer. */
export const ALONE_MS = 2 * MINUTE_MS;
/** How long it must be off the list while single reads show no change. */
export const LEFT_MS = 15 * MINUTE_MS;
/** The same once the callout is ending, or the person has a newer one on the list. */
export const LEFT_AT_THE_END_MS = 2 * MINUTE_MS;
/** The same when several of our callouts vanished and none is left: probably a fault of AURA's. */
export const BLACKOUT_MS = 6 * HOUR_MS;
/** For one that never was on the list, while no other is: the list may not include ours. */
export const NEVER_LISTED_MS = 24 * HOUR_MS;
/** Minimum number of consecutive list answers without it. */
export const LISTS = 3;

/** Our state of a callout before AURA's answer. */
export type KnownCallout = {
  stage: Stage;
  rawStatus: string | null;
  /** When AURA last reported it, in the list or a single read. */
  asOf: Date;
  readAt: Date | null;
  listedStatus: string | null;
  unlistedSince: Date | null;
  unlistedLists: number;
  missingSince: Date | null;
  closeNamedAt: Date | null;
  /** The newest position that AURA accepted; it accepts none for a closed callout. */
  positionAt: Date | null;
};

/** AURA's view of the other open callouts. */
export type Others = {
  /** Seen in any way since this one is missing. */
  shownSince: number;
  missing: number;
  /** On the list, or left it later than this one. */
  listedSince: number;
  /** Left the list together with this one. */
  leftTogether: number;
  /** The person has a newer one on the list; AURA keeps one active callout per customer. */
  isReplaced: boolean;
};

/** `missing`: AURA answers that there is no such callout. A timeout is not an answer. */
export type Answer = { kind: 'read'; rawStatus: string | null } | { kind: 'missing' };

export type Evidence = 'words' | 'status_285' | 'event' | 'missing' | 'left_list';

/** The evidence for a close in AURA's answer to a read that began at `at`; null when it is still open. */
export function evidenceOfClose(
  known: KnownCallout,
  answer: Answer,
  others: Others,
  at: Date,
): Exclude<Evidence, 'status_285'> | null {
  if (answer.kind === 'read' && stageOfStatus(answer.rawStatus) === 'closed') return 'words';
  // A changed status text shows activity.
  const isNews = answer.kind === 'read' && answer.rawStatus !== null && answer.rawStatus !== known.rawStatus;
  if (isNews) return null;
  if (isConfirmed(known, answer, others, at)) return 'event';
  if (answer.kind === 'missing' && isGone(known, others, at)) return 'missing';
  return hasLeftTheList(known, others, at) ? 'left_list' : null;
}

/** AURA's own answers must confirm an event that named the close: anybody with the bearer can send events. */
function isConfirmed(known: KnownCallout, answer: Answer, others: Others, at: Date): boolean {
  const { closeNamedAt, positionAt, unlistedSince, listedStatus } = known;
  if (closeNamedAt === null || at < closeNamedAt) return false;
  // AURA accepts no position for a closed callout.
  if (positionAt !== null && positionAt > closeNamedAt) return false;
  if (answer.kind === 'missing') return !isBlackout(others);
  const hasLeft = unlistedSince !== null && listedStatus !== null;
  return hasLeft && (others.listedSince > 0 || others.leftTogether === 0);
}

function isBlackout({ shownSince, missing, leftTogether }: Others): boolean {
  return shownSince === 0 && missing + leftTogether > 0;
}

function isGone(known: KnownCallout, others: Others, at: Date): boolean {
  const { readAt, listedStatus, unlistedSince, missingSince, asOf, positionAt } = known;
  // A callout that AURA never showed cannot have disappeared.
  const wasShown = readAt !== null || listedStatus !== null;
  if (!wasShown || missingSince === null) return false;
  const goneMs = msBetween(later(later(missingSince, unlistedSince), positionAt), at);
  if (isBlackout(others)) return goneMs >= BLACKOUT_MS;
  if (unlistedSince !== null) return goneMs >= CONFIRM_MS;
  return goneMs >= ALONE_MS && msBetween(asOf, at) >= ALONE_MS;
}

function hasLeftTheList(known: KnownCallout, others: Others, at: Date): boolean {
  if (known.unlistedSince === null || known.unlistedLists < LISTS) return false;
  const isEnding =
    others.isReplaced ||
    known.stage === 'completed' ||
    known.stage === 'cancelled' ||
    mentionsCancellation(known.rawStatus);
  // After a cancellation AURA may accept positions for a callout that is off its list.
  const from = isEnding ? known.unlistedSince : later(known.unlistedSince, known.positionAt);
  return msBetween(from, at) >= unlistedForMs(known, others, isEnding);
}

function unlistedForMs(
  known: KnownCallout,
  { listedSince, leftTogether }: Others,
  isEnding: boolean,
): number {
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
