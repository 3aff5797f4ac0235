import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type ActiveHold, driveHold, type HoldDriver } from '#components/panic/drive-hold.ts';
import { type HoldEvent, type HoldState, IDLE, type Timing } from '#components/panic/hold-machine.ts';
import { monotonicMs } from '#lib/platform/clock.ts';

type Stepped = (before: HoldState, after: HoldState) => void;

/**
 * The hold machine of this page. `begin` gives a hold that is already in progress at hydration; `onStep` is called
 * once for each change.
 */
export function useHold(timing: Timing, begin: () => ActiveHold | undefined, onStep: Stepped) {
  const [state, setState] = useState<HoldState>(IDLE);
  const [at, setAt] = useState(0);
  const driver = useRef<HoldDriver>(undefined);
  const activeHold = useRef<ActiveHold>(undefined);

  const stepped = useEffectEvent((before: HoldState, after: HoldState) => {
    setState(after);
    setAt(monotonicMs());
    onStep(before, after);
  });
  const start = useEffectEvent(() => {
    activeHold.current ??= begin();
    if (activeHold.current) setState(activeHold.current.state);
    setAt(monotonicMs());
    driver.current = driveHold({
      timing,
      activeHold: activeHold.current,
      onStep: (before, after) => stepped(before, after),
      onTick: setAt,
    });
  });
  // Before anything else can happen on the page: the finger that the inline script watched may lift any moment.
  useLayoutEffect(() => {
    start();
    return () => {
      activeHold.current = driver.current?.stop();
    };
  }, []);

  return { state, at, dispatch: (event: HoldEvent) => driver.current?.dispatch(event) };
}
