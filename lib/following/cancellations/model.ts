import type { Callout } from '#lib/callouts/schema.ts';
import { typedCode } from '#lib/platform/typed-text.ts';
import type { Stage } from '#lib/vocabulary.ts';

// Calling a callout off, and what its person's page may show afterwards. Pure; time is passed in.

/** How many codes of a person go to AURA for one callout; whoever tries more is guessing. */
export const MOST_CODES = 5;
/** More requests than this are answered and not kept. */
export const MOST_KEPT = 20;

/** After this long without an answer AURA is not asked any more, and operators are told. */
export const UNANSWERED_MS = 60 * 60_000;

/**
 * What was typed as a safe code. A mark, a blank or a keyboard of another script must not count as duress, so a number
 * is spelled in ASCII digits alone; everything else stays as it was typed.
 */
export function typedSafeCode(typed: string): string {
  const code = typedCode(typed);
  return /^\d+$/.test(code) ? code : typed.trim();
}

/** AURA's safe code: the last four digits of the registered mobile. */
export function isSafeCode(typed: string, mobile: string): boolean {
  return typed === mobile.slice(-4);
}

export type Asked = {
  by: 'person' | 'operator';
  hasCode: boolean;
  isCodeRight: boolean | null;
};

/**
 * Whether a request goes to AURA. A person's without a code never does: without one AURA cancels for whoever
 * asks, and an empty code may count as none.
 */
export function mayBeSent(asked: Asked, codesBefore: number): boolean {
  if (asked.by === 'operator') return true;
  return asked.hasCode && codesBefore < MOST_CODES;
}

/** Whether a request makes us doubt that the person is free. What AURA refused without a reason that we see does, too. */
export function isDoubtful(asked: Asked, isUnexplained: boolean): boolean {
  return asked.by === 'person' && (asked.isCodeRight !== true || isUnexplained);
}

/**
 * A callout as its own person sees it after saying that they are safe: as it stood then, and only its close is
 * added. Whether the code was right decides what happens next, so nothing of what happens next may show.
 */
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
    // What AURA calls off it may close soon after.
    closeReportedAt: null,
    // The device goes on sending; whether AURA still takes it would tell.
    following: callout.following && { ...callout.following, atAuraMeasuredAt: null },
    timeline: callout.closedAt
      ? [...before, { at: callout.closedAt, stage: 'closed', event: null, source: 'poll' }]
      : before,
  };
}
