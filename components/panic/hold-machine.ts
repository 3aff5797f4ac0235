// The button's only state machine. React imports it, and the inline script of the first paint (early-press.ts) is
// bundled from it: no imports, no clock, no page.

/** How long the button must be held. Every text and animation derives from this. */
export const HOLD_MS = 1_500;
/** The grace after a completed hold. */
export const GRACE_MS = 3_000;
/** The same for a plain click by assistive technology, which needs no hold and time to be read out. */
export const CLICK_GRACE_MS = 8_000;
/** Two taps: the second must come within this, and so long after the first that a trembling hand does not make both. */
export const SECOND_TAP_MS = 10_000;
export const TREMOR_MS = 400;

/** How this person presses; what is set on their profile, else as for everybody. */
export type Timing = { holdMs: number; graceMs: number; isTwoTaps: boolean };
export const USUAL: Timing = { holdMs: HOLD_MS, graceMs: GRACE_MS, isTwoTaps: false };

/** After a pause longer than this, during grace or without a connection, the person is asked again. */
export const OVERSLEPT_MS = 120_000;

/** Times are monotonic milliseconds, on the same clock as the events' own time stamps. */
export type HoldState =
  | { name: 'idle' }
  /** `tappedAt`: of two taps the first is done. */
  | { name: 'holding'; since: number; tappedAt?: number }
  /** `releasable`: a release before this moment that arrives only now still cancels the hold. */
  | { name: 'grace'; since: number; lengthMs: number; releasableUntil: number }
  | { name: 'asking' }
  | { name: 'sending' };

export type HoldEvent =
  | { type: 'press' | 'click' | 'release' | 'tick' | 'overslept'; at: number }
  /** A press from before this page was loaded, not known to have ended. */
  | { type: 'recalled'; ageMs: number }
  /** The press that was sent got no answer for so long that the person is asked again. */
  | { type: 'unheard' }
  | { type: 'leave' | 'escape' | 'sendNow' | 'cancel' | 'reset' };

export const IDLE: HoldState = { name: 'idle' };
const SENDING: HoldState = { name: 'sending' };

/**
 * The press before it is sent: hold, grace, send. Fires (enters `sending`) once, and never before a whole
 * hold and a whole grace, or the person's own "send now", whatever the clock does.
 *
 * A page that slept through its grace sends when it wakes: the gesture was complete and not cancelled. After a long
 * sleep it asks first, because the person may be elsewhere by then.
 */
export function step(state: HoldState, event: HoldEvent, timing = USUAL): HoldState {
  switch (state.name) {
    case 'idle':
      return fromIdle(event, timing);
    case 'holding':
      return fromHolding(state, event, timing);
    case 'grace':
      return fromGrace(state, event);
    case 'asking':
      return answerOf(event) ?? state;
    case 'sending':
      if (event.type === 'unheard') return { name: 'asking' };
      return event.type === 'reset' ? IDLE : state;
  }
}

/** Whether this step is the one that sends. */
export function isFiring(before: HoldState, after: HoldState): boolean {
  return before.name !== 'sending' && after.name === 'sending';
}

/** Whether the clock moves this state on. */
export function isRunning({ name }: HoldState): boolean {
  return name === 'holding' || name === 'grace';
}

/** Whole seconds left of the grace, for the count-down: never 0 while it lasts. */
export function secondsLeft(grace: { since: number; lengthMs: number }, at: number): number {
  return Math.max(1, Math.ceil((grace.lengthMs - Math.max(0, at - grace.since)) / 1_000));
}

function fromIdle(event: HoldEvent, { graceMs }: Timing): HoldState {
  if (event.type === 'press') return { name: 'holding', since: event.at };
  if (event.type === 'click') return graceFrom(event.at, Math.max(graceMs, CLICK_GRACE_MS));
  if (event.type === 'recalled') return event.ageMs > OVERSLEPT_MS ? { name: 'asking' } : SENDING;
  return IDLE;
}

function graceFrom(since: number, lengthMs: number, releasableUntil = since): HoldState {
  return { name: 'grace', since, lengthMs, releasableUntil };
}

type Holding = Extract<HoldState, { name: 'holding' }>;

/** Held for long enough, or of two taps the second; what happens between these does not take the first back. */
function fromHolding(state: Holding, event: HoldEvent, timing: Timing): HoldState {
  const { since, tappedAt } = state;
  const { graceMs, isTwoTaps } = timing;
  const holdMs = isTwoTaps ? SECOND_TAP_MS : timing.holdMs;
  const isOver = 'at' in event && event.at - since >= holdMs;
  switch (event.type) {
    case 'press':
      return tappedAt && event.at - tappedAt >= TREMOR_MS ? graceFrom(event.at, graceMs) : state;
    case 'click':
      return tappedAt ? fromIdle(event, timing) : state;
    case 'release':
    case 'tick':
      if (isOver) {
        if (isTwoTaps) return IDLE;
        // Grace starts now, not when the hold was long enough: after a stall it is still seen in full.
        return graceFrom(event.at, graceMs, since + holdMs);
      }
      if (event.type === 'tick') return state;
      return isTwoTaps ? { tappedAt: event.at, ...state } : IDLE;
    case 'leave':
      return tappedAt ? state : IDLE;
    case 'escape':
    case 'overslept':
      return IDLE;
    default:
      return state;
  }
}

function fromGrace(state: Extract<HoldState, { name: 'grace' }>, event: HoldEvent): HoldState {
  switch (event.type) {
    case 'release':
      return event.at < state.releasableUntil ? IDLE : state;
    case 'tick':
      return event.at - state.since >= state.lengthMs ? SENDING : state;
    case 'overslept':
      return { name: 'asking' };
    default:
      return answerOf(event) ?? state;
  }
}

function answerOf(event: HoldEvent): HoldState | undefined {
  if (event.type === 'sendNow') return SENDING;
  if (event.type === 'cancel' || event.type === 'escape') return IDLE;
  return undefined;
}
