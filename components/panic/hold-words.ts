import { HOLD_MS, type HoldState, type Timing, USUAL } from '#components/panic/hold-machine.ts';
import type { Translate } from '#lib/languages/translate.ts';

// What the page says of a press before it is sent, the same from the inline script and from React. Part of the inline
// script: no React, no schema library.

/** The texts of the page's language, at the positions that follow: the script has no room for keys. */
export type HoldTexts = readonly string[];
const HOLDING = 0;
const TOO_SOON = 1;
export const UNLESS_CANCELLED = 2;
export const SENDING = 3;
export const CANCELLING = 4;
export const NOTHING_SENT = 5;
const NOTHING_MORE = 6;
export const CANCEL_UNHEARD = 7;
export const NO_ANSWER = 8;
export const STILL_NEEDED = 9;

const WHOLE = ['', 'one', 'two', 'three', 'four', 'five'];

/** The length of the hold as one says it in English. */
export function holdLength(ms = HOLD_MS): string {
  const seconds = ms / 1_000;
  const whole = WHOLE[Math.floor(seconds)];
  if (!whole || seconds % 0.5 !== 0) return `${seconds} seconds`;
  if (seconds % 1 !== 0) return `${whole} and a half seconds`;
  return seconds === 1 ? 'one second' : `${whole} seconds`;
}

/** The position of what is said on this step; undefined where the state speaks for itself. */
function noteAt(before: HoldState, after: HoldState): number | undefined {
  if (after.name === 'holding') return HOLDING;
  if (after.name !== 'idle') return undefined;
  if (before.name === 'holding') return TOO_SOON;
  if (before.name === 'grace') return NOTHING_SENT;
  // What became of the press that was asked about is not known here.
  return before.name === 'asking' ? NOTHING_MORE : undefined;
}

/** What is said on this step; empty where nothing is. */
export function noteOn(before: HoldState, after: HoldState, texts: HoldTexts): string {
  const at = noteAt(before, after);
  return at === undefined ? '' : (texts[at] ?? '');
}

/** How long to hold, or how often to tap, in the page's language. */
export function howLong(t: Translate, { holdMs, isTwoTaps }: Timing = USUAL): string {
  if (isTwoTaps) return t('hold.twoTaps');
  const length =
    t.language === 'en' ? holdLength(holdMs) : t('hold.seconds', { seconds: t.number(holdMs / 1_000, 1) });
  return t('hold.howLong', { length });
}

export function holdTexts(t: Translate, timing: Timing = USUAL): HoldTexts {
  const { isTwoTaps } = timing;
  return [
    isTwoTaps ? t('hold.tapAgain') : t('hold.holding'),
    isTwoTaps ? t('hold.notTwice') : t('hold.tooSoon', { howLong: howLong(t, timing) }),
    t('hold.unlessCancelled'),
    t('hold.sending'),
    t('hold.cancelling'),
    t('hold.nothingSent'),
    t('hold.nothingMore'),
    t('hold.cancelUnheard'),
    t('hold.noAnswer'),
    t('hold.stillNeeded'),
  ];
}

/** What the page brings to its inline script, in its language: a line each. */
export function linesForScript(t: Translate, timing: Timing = USUAL): string {
  return holdTexts(t, timing).join('\n');
}
