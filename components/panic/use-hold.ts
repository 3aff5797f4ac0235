'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isPressKey, momentOf } from '#components/panic/gestures.ts';
import { type HoldEvent, type HoldState, IDLE, OVERSLEPT_MS, step } from '#components/panic/hold-machine.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';

const TICK_MS = 100;

/** The hold machine, driven by the page's clock, keys and pointers. `onStep` hears each change once. */
export function useHold(onStep: (before: HoldState, after: HoldState) => void) {
  // The state lives in the ref: two events can arrive between two renders, and a press must fire once.
  const current = useRef(IDLE);
  const [state, setState] = useState(IDLE);
  const [at, setAt] = useState(0);

  const dispatch = (event: HoldEvent) => {
    const before = current.current;
    const after = step(before, event);
    if (after === before) return;
    current.current = after;
    setState(after);
    setAt(monotonicMs());
    onStep(before, after);
  };
  const onEvent = useEffectEvent(dispatch);

  const isRunning = state.name === 'holding' || state.name === 'grace';
  useEffect(() => (isRunning ? runClock(onEvent, setAt) : undefined), [isRunning]);
  useEffect(() => (isRunning ? listenForEnd(onEvent) : undefined), [isRunning]);
  useEffect(() => {
    if (!isRunning && state.name !== 'asking') return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEvent({ type: 'escape' });
      // The key that held the button still repeats in grace: it must neither scroll nor press what is there.
      if (event.repeat && isPressKey(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isRunning, state.name]);

  return { state, at, dispatch };
}

function runClock(onEvent: (event: HoldEvent) => void, setAt: (at: number) => void): () => void {
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
    setAt(at);
  }, TICK_MS);
  return () => clearInterval(timer);
}

function listenForEnd(onEvent: (event: HoldEvent) => void): () => void {
  const stop = new AbortController();
  const listen = { signal: stop.signal };
  const leave = () => onEvent({ type: 'leave' });
  const release = (event: Event) => onEvent({ type: 'release', at: momentOf(event) });
  window.addEventListener('pointerup', release, listen);
  window.addEventListener('pointercancel', leave, listen);
  window.addEventListener('keyup', (event) => isPressKey(event.key) && release(event), listen);
  window.addEventListener('blur', leave, listen);
  document.addEventListener('visibilitychange', leave, listen);
  return () => stop.abort();
}
