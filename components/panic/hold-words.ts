import { HOLD_MS, type HoldState } from '#components/panic/hold-machine.ts';

// What the page says of a press before it is sent, the same from the inline script and from React.

const WHOLE = ['', 'one', 'two', 'three', 'four', 'five'];

/** The length of the hold as one says it. */
export function holdLength(ms = HOLD_MS): string {
  const seconds = ms / 1_000;
  const whole = WHOLE[Math.floor(seconds)];
  if (!whole || seconds % 0.5 !== 0) return `${seconds} seconds`;
  if (seconds % 1 !== 0) return `${whole} and a half seconds`;
  return seconds === 1 ? 'one second' : `${whole} seconds`;
}

export const HOW_TO_PRESS = 'Press and hold.';
export const HOW_LONG_TO_PRESS = `Hold for ${holdLength()}.`;
export const SENDING_UNLESS_CANCELLED = 'Help will be called. Tap Cancel to stop.';
export const CANCELLING = 'Cancelling…';
export const NOTHING_SENT = 'Cancelled. Nothing was sent.';
export const CANCEL_UNHEARD =
  'We could not reach the server. Help may be coming. Open this page again. Then you can tap “I am safe”.';
export const NO_ANSWER_YET = 'No answer yet. Do not wait. Call now.';
export const STILL_NEEDED =
  'You pressed a while ago. We do not know if help was called. Do you need help now?';

/** What is said on this step; empty where the state speaks for itself. */
export function noteOn(before: HoldState, after: HoldState): string {
  if (after.name === 'holding') return 'Keep holding…';
  if (after.name !== 'idle') return '';
  if (before.name === 'holding') return `Not sent. You let go too soon. ${HOW_LONG_TO_PRESS}`;
  if (before.name === 'grace') return NOTHING_SENT;
  // What became of the press that was asked about is not known here.
  return before.name === 'asking' ? 'Nothing more was sent.' : '';
}
