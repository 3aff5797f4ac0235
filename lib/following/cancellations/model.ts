import type { Callout } from '#lib/callouts/answers.ts';
import { typedCode } from '#lib/platform/typed-text.ts';
import type { Stage } from '#lib/vocabulary.ts';

// Cancelling a callout, and what the person's page may show afterwards. Pure; time is passed in.

/** Codes per callout that go to AURA; more would be guessing. */
export const MAX_CODES = 5;
/** Further requests are answered and not stored. */
export const MAX_STORED = 20;

/** Without an answer for this long, AURA is not asked any more, and operators are notified. */
export const UNANSWERED_MS = 60 * 60_000;

/** Normalizes a safe code's digits, marks and blanks, so that a foreign keyboard does not cause a duress alarm. */
export function typedSafeCode(typed: string): string {
  const code = typedCode(typed);
  return /^\d+$/.test(code) ? code : typed.trim();
}

/** AURA's safe code: the last four digits of the registered mobile. */
export function isSafeCode(typed: string, mobile: string): boolean {
  return typed === mobile.slice(-4);
}

export type CancelRequest = {
  by: 'person' | 'operator';
  hasCode: boolean;
  isCodeRight: boolean | null;
};

/** Whether a request goes to AURA. Never without a code: AURA would cancel, and an empty code may count as none. */
export function mayBeSent(asked: CancelRequest, codesBefore: number): boolean {
  if (asked.by === 'operator') return true;
  return asked.hasCode && codesBefore < MAX_CODES;
}

/** Whether a request suggests duress, including one that AURA refused for no visible reason. */
export function isDoubtful(asked: CancelRequest, isUnexplained: boolean): boolean {
  return asked.by === 'person' && (asked.isCodeRight !== true || isUnexplained);
}

/** The person's view after *I am safe*: frozen but for the close. Nothing may reveal whether the code was right. */
export function duressSafeView(callout: Callout, askedAt: Date): Callout {
  const before = callout.timeline.filter(({ at }) => Date.parse(at) <= askedAt.getTime());
  const stageThen = before.reduce<Stage>((stage, fact) => fact.stage ?? stage, 'raised');
  const isClosed = callout.closedAt !== null;
  return {
    ...callout,
    stage: isClosed ? 'closed' : stageThen,
    rawStatus: null,
    asOf: askedAt.toISOString(),
    askedAt: askedAt.toISOString(),
    safeAskedAt: askedAt.toISOString(),
    // AURA may close soon what it has called off.
    closeReportedAt: null,
    // Whether AURA still accepts positions would reveal it.
    following: callout.following && { ...callout.following, atAuraMeasuredAt: null },
    timeline: callout.closedAt
      ? [...before, { at: callout.closedAt, stage: 'closed', event: null, source: 'poll' }]
      : before,
  };
}
