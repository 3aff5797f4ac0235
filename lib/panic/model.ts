import type { PressProblem, PressState, Receipt } from '#lib/panic/schema.ts';

// What may be done with a press, and what may be said of it. Time is passed in.

/** What a request waits for AURA before it answers with the truth so far. */
export const REQUEST_BUDGET_MS = 4_000;

/** How long operators are shown a press that did not reach AURA. */
export const UNDELIVERED_SHOWN_MS = 24 * 3_600_000;

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export type PressRecord = {
  id: string;
  state: PressState;
  receivedAt: Date;
  settledAt: Date | null;
  attempts: number;
  lastProblem: PressProblem | null;
  calloutId: number | null;
};

/** Past its expiry a press is never sent by itself: help that comes an hour late is a second emergency. */
export function expiryMs(minutes: number): number {
  return minutes * 60_000;
}

/** When the job first looks at a press: after the request that brought it, or, with no position, at its expiry. */
export function firstJobAt(receivedAt: Date, hasLocation: boolean, expiryMinutes: number): Date {
  return new Date(receivedAt.getTime() + (hasLocation ? REQUEST_BUDGET_MS : expiryMs(expiryMinutes) + 1));
}

/** 1, 2, 4 … 30 s, shortened by up to half at random so that many presses do not return in step. */
export function retryDelayMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, Math.max(0, attempts - 1)));
  return Math.round(full * (1 - random / 2));
}

/** The receipt: the only source of what a screen may claim about a press. */
export function receiptOf(press: PressRecord, at: Date): Receipt {
  return {
    pressId: press.id,
    state: press.state,
    problem: press.state === 'delivered' ? null : press.lastProblem,
    attempts: press.attempts,
    calloutId: press.calloutId,
    receivedAt: press.receivedAt.toISOString(),
    asOf: at.toISOString(),
    ages: {
      receivedSeconds: secondsBetween(press.receivedAt, at),
      settledSeconds: press.settledAt ? secondsBetween(press.settledAt, at) : null,
    },
  };
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
}
