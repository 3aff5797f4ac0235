'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import { isOutside, isPressKey, isSynthetic, momentOf } from '#components/panic/gestures.ts';
import { CLICK_GRACE_MS, HOLD_MS, type HoldEvent } from '#components/panic/hold-machine.ts';
import { PressRing } from '#components/panic/press-ring.tsx';

type PanicButtonProps = {
  isHolding: boolean;
  onEvent: (event: HoldEvent) => void;
  ref?: ComponentProps<'button'>['ref'];
};

/**
 * The button. Holding it, by any pointer or key, is what presses; a click that no hand made (screen
 * reader, voice, switch) cannot hold and starts a longer grace instead.
 */
export function PanicButton({ isHolding, onEvent, ref }: PanicButtonProps) {
  const circle = useRef<HTMLDivElement>(null);
  const wasSynthetic = useRef(false);
  useSlideOff(circle, isHolding, onEvent);

  return (
    <div ref={circle} className="relative grid size-full place-items-center">
      <PressRing fillMs={isHolding ? HOLD_MS : undefined} />
      <button
        ref={ref}
        // Without a script a tap sends the form that it stands in.
        type="submit"
        data-press="panic"
        aria-describedby="how-to-press"
        draggable={false}
        onPointerDown={(event) => {
          wasSynthetic.current = isSynthetic(event.nativeEvent);
          if (event.isPrimary && event.button === 0) onEvent({ type: 'press', at: momentOf(event) });
        }}
        onKeyDown={(event) => {
          if (!isPressKey(event.key)) return;
          // Or Enter would click at once, and Space when it is let go.
          event.preventDefault();
          if (!event.repeat) onEvent({ type: 'press', at: momentOf(event) });
        }}
        onKeyUp={(event) => isPressKey(event.key) && event.preventDefault()}
        onClick={(event) => {
          const isByHand = event.detail > 0 && !wasSynthetic.current;
          if (!isByHand) onEvent({ type: 'click', at: momentOf(event) });
        }}
        onContextMenu={(event) => event.preventDefault()}
        className="panic-button relative size-[86%] rounded-full border-4 border-transparent bg-panic font-bold tracking-tight text-panic-ink data-holding:bg-panic-deep"
        data-holding={isHolding || undefined}
      >
        Panic
      </button>
      <p id="how-to-press" className="sr-only">
        Hold for one and a half seconds. If you cannot hold it, a plain click starts a count-down of{' '}
        {CLICK_GRACE_MS / 1_000} seconds.
      </p>
    </div>
  );
}

function useSlideOff(
  circle: { readonly current: HTMLElement | null },
  isHolding: boolean,
  onEvent: (event: HoldEvent) => void,
) {
  useEffect(() => {
    if (!isHolding) return undefined;
    const onPointerMove = ({ clientX, clientY, isPrimary }: PointerEvent) => {
      const rect = circle.current?.getBoundingClientRect();
      if (isPrimary && rect && isOutside(rect, clientX, clientY)) onEvent({ type: 'leave' });
    };
    window.addEventListener('pointermove', onPointerMove);
    return () => window.removeEventListener('pointermove', onPointerMove);
  });
}
