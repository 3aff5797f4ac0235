import { type PressErrorCode, pressErrorCodes } from '#lib/errors/press-errors.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import {
  integerIn,
  integerOrNull,
  oneOf,
  oneOrNull,
  textIn,
  textOrNull,
  webAddressOrNull,
} from '#lib/platform/answer-parts.ts';
import { pressProblems, receiptStates, type Stage, sendings, stages } from '#lib/vocabulary.ts';

// What the page of the button reads of the stable routes' answers.

/** How a press stands: what receipts, new presses and rejections have in common. */
export type Standing = Pick<
  Receipt,
  'pressId' | 'state' | 'problem' | 'withdrawRequestedAt' | 'calloutId'
> & {
  sending: Receipt['sending'] | null;
  afterSafe?: true;
  trackingUrl: string | null;
};

export function readStanding(raw: unknown): Standing {
  const isAfterSafe = typeof raw === 'object' && raw !== null && 'afterSafe' in raw && raw.afterSafe === true;
  return {
    pressId: textIn(raw, 'pressId'),
    state: oneOf(receiptStates, raw, 'state'),
    problem: oneOrNull(pressProblems, raw, 'problem'),
    sending: oneOrNull(sendings, raw, 'sending'),
    withdrawRequestedAt: textOrNull(raw, 'withdrawRequestedAt'),
    calloutId: integerOrNull(raw, 'calloutId'),
    trackingUrl: webAddressOrNull(raw, 'trackingUrl'),
    ...(isAfterSafe ? { afterSafe: true } : {}),
  };
}

/** The answer to a press: how it stands, or a refusal. A rejection of AURA's is both, and says how it stands. */
export type Posted = Standing | { code: PressErrorCode };

export function readPosted(raw: unknown): Posted {
  const isStanding = typeof raw === 'object' && raw !== null && 'state' in raw;
  return isStanding ? readStanding(raw) : { code: oneOf(pressErrorCodes, raw, 'code') };
}

/** What the page of a press shows of its callout, where the callout’s own page cannot open. */
export type CalloutHere = {
  calloutId: number;
  stage: Stage;
  asOf: string;
  servedAt: string;
  closedAt: string | null;
};

export function readCalloutHere(raw: unknown): CalloutHere {
  return {
    calloutId: integerIn(raw, 'calloutId'),
    stage: oneOf(stages, raw, 'stage'),
    asOf: textIn(raw, 'asOf'),
    servedAt: textIn(raw, 'servedAt'),
    closedAt: textOrNull(raw, 'closedAt'),
  };
}
