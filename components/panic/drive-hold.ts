import { isOutside, isPressKey, isSynthetic, momentOf } from '#components/panic/gestures.ts';
import {
  type HoldEvent,
  type HoldState,
  IDLE,
  isRunning,
  OVERSLEPT_MS,
  step,
  type Timing,
} from '#components/panic/hold-machine.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';

const TICK_MS = 100;

/** The first pointer or key on the button. Every other one is ignored until it is released. */
type Holder = { pointer: number } | { key: string };

/** A hold in progress, as the inline script passes it to React. */
export type ActiveHold = { state: HoldState; holder: Holder | undefined };

export type HoldDriver = {
  dispatch: (event: HoldEvent) => void;
  /** Stops listening, and gives the hold in progress. */
  stop: () => ActiveHold;
};

type DriveHold = {
  timing?: Timing | undefined;
  activeHold?: ActiveHold | undefined;
  /** Called once for each change of the state. */
  onStep: (before: HoldState, after: HoldState) => void;
  /** Called with the time while the state depends on it. */
  onTick?: (at: number) => void;
};

/**
 * The hold machine, driven by the page's pointers, keys and clock. Controls are found by `data-press`: `panic` is held,
 * `send` and `cancel` answer, any other (`click`, `silent`) starts without a hold. Listens on the window in the capture phase, so the
 * inline script and React hear the same events in the same order.
 */
export function driveHold({ timing, activeHold, onStep, onTick }: DriveHold): HoldDriver {
  let { state, holder }: ActiveHold = activeHold ?? { state: IDLE, holder: undefined };
  let clock: Clock | undefined;

  const dispatch = (event: HoldEvent) => {
    const before = state;
    state = step(before, event, timing);
    if (state === before) return;
    if (state.name === 'idle') holder = undefined;
    runClock();
    onStep(before, state);
  };
  const runClock = () => {
    if (isRunning(state)) {
      clock ??= startClock((event) => {
        dispatch(event);
        onTick?.(event.at);
      });
    } else {
      clock?.stop();
      clock = undefined;
    }
  };
  const begin = (by: Holder, event: Event) => {
    // The second of two taps comes by any hand.
    if (state.name !== 'idle' && !('tappedAt' in state)) return;
    holder = by;
    dispatch({ type: 'press', at: momentOf(event) });
  };
  const end = (event: HoldEvent, isTheirs: (by: Holder) => boolean) => {
    if (holder && isTheirs(holder)) dispatch(event);
  };

  const stop = new AbortController();
  const listening = { capture: true, signal: stop.signal };
  listenForPointers({ begin, end, dispatch }, listening);
  listenForKeys({ begin, end, dispatch }, () => state, listening);
  const leave = () => dispatch({ type: 'leave' });
  listen('blur', (event) => event.target === window && leave(), listening);
  document.addEventListener('visibilitychange', leave, listening);
  runClock();
  return {
    dispatch,
    stop: () => {
      stop.abort();
      clock?.stop();
      clock = undefined;
      return { state, holder };
    },
  };
}

type Hands = {
  begin: (by: Holder, event: Event) => void;
  end: (event: HoldEvent, isTheirs: (by: Holder) => boolean) => void;
  dispatch: (event: HoldEvent) => void;
};
type Listening = { capture: boolean; signal: AbortSignal };

function listenForPointers({ begin, end, dispatch }: Hands, listening: Listening): void {
  let wasSynthetic = false;
  const isHolder = (event: PointerEvent) => (by: Holder) => 'pointer' in by && by.pointer === event.pointerId;
  const press = (event: PointerEvent) => {
    if (controlAt(event) !== 'panic' || event.button !== 0) return;
    wasSynthetic = isSynthetic(event);
    begin({ pointer: event.pointerId }, event);
  };
  listen('pointerdown', press, listening);
  const move = (event: PointerEvent) => {
    const circle = document.querySelector('[data-press="pad"]')?.getBoundingClientRect();
    if (circle && isOutside(circle, event.clientX, event.clientY)) end({ type: 'leave' }, isHolder(event));
  };
  const lift = (event: PointerEvent) => end({ type: 'release', at: momentOf(event) }, isHolder(event));
  const lose = (event: PointerEvent) => end({ type: 'leave' }, isHolder(event));
  const click = (event: MouseEvent) => {
    const at = momentOf(event);
    const control = controlAt(event);
    if (control === 'send') dispatch({ type: 'sendNow' });
    else if (control === 'cancel') dispatch({ type: 'cancel' });
    // A click of the button itself counts where no hand made it: a screen reader, a voice or a switch cannot hold.
    else if (control && (control !== 'panic' || event.detail === 0 || wasSynthetic)) {
      dispatch({ type: 'click', at });
    }
  };
  listen('pointermove', move, listening);
  listen('pointerup', lift, listening);
  listen('pointercancel', lose, listening);
  listen('contextmenu', (event) => controlAt(event) === 'panic' && event.preventDefault(), listening);
  listen('click', click, listening);
}

function listenForKeys({ begin, end, dispatch }: Hands, state: () => HoldState, listening: Listening): void {
  listen(
    'keydown',
    (event) => {
      const { key, repeat } = event;
      const isOnButton = controlAt(event) === 'panic';
      // On the button Enter would click at once, and Space when it is let go. The key that held it still repeats in
      // grace, where it must neither scroll nor press what is there.
      if (isPressKey(key) && (isOnButton || (repeat && isUndecided(state())))) event.preventDefault();
      if (isOnButton && isPressKey(key) && !repeat) begin({ key }, event);
      if (key === 'Escape') dispatch({ type: 'escape' });
    },
    listening,
  );
  listen(
    'keyup',
    (event) => {
      if (!isPressKey(event.key)) return;
      if (controlAt(event) === 'panic') event.preventDefault();
      end({ type: 'release', at: momentOf(event) }, (by) => 'key' in by && by.key === event.key);
    },
    listening,
  );
}

function isUndecided(state: HoldState): boolean {
  return isRunning(state) || state.name === 'asking';
}

function controlAt({ target }: Event): string | undefined {
  const control = target instanceof Element ? target.closest<HTMLElement>('button[data-press]') : null;
  return control?.dataset.press;
}

function listen<Type extends keyof WindowEventMap>(
  type: Type,
  handle: (event: WindowEventMap[Type]) => void,
  listening: Listening,
): void {
  window.addEventListener(type, handle, listening);
}

type Clock = { stop: () => void };

function startClock(onEvent: (event: { type: 'tick' | 'overslept'; at: number }) => void): Clock {
  let lastMonotonic = monotonicMs();
  let lastWall = now().getTime();
  const timer = setInterval(() => {
    const at = monotonicMs();
    const wall = now().getTime();
    // On some systems the monotonic clock stands still while the device sleeps, so both are asked.
    const pausedMs = Math.max(at - lastMonotonic, wall - lastWall);
    lastMonotonic = at;
    lastWall = wall;
    onEvent({ type: pausedMs > OVERSLEPT_MS ? 'overslept' : 'tick', at });
  }, TICK_MS);
  return { stop: () => clearInterval(timer) };
}
