import type { ComponentProps } from 'react';
import { CLICK_GRACE_MS } from '#components/panic/hold-machine.ts';
import { howLong } from '#components/panic/hold-words.ts';
import { PressRing } from '#components/panic/press-ring.tsx';
import { useTiming } from '#components/panic/timing-context.ts';
import { useWords } from '#components/ui/words.tsx';

type PanicButtonProps = { isHolding: boolean; ref?: ComponentProps<'button'>['ref'] };

/**
 * The button. Holding it, by any pointer or key, is what presses; a click that no hand made (screen
 * reader, voice, switch) cannot hold and starts a longer grace instead. drive-hold.ts finds it by `data-press`.
 */
export function PanicButton({ isHolding, ref }: PanicButtonProps) {
  const t = useWords();
  const timing = useTiming();
  const seconds = Math.max(CLICK_GRACE_MS, timing.graceMs) / 1_000;
  return (
    <div className="relative grid size-full place-items-center">
      <PressRing fillMs={isHolding && !timing.isTwoTaps ? timing.holdMs : undefined} />
      <button
        ref={ref}
        // Without a script a tap sends the form that it stands in.
        type="submit"
        data-press="panic"
        aria-describedby="how-to-press"
        draggable={false}
        className="panic-button"
        data-holding={isHolding || undefined}
      >
        {t('button')}
      </button>
      <p id="how-to-press" className="sr-only">
        {t('panic.byClick', { howLong: howLong(t, timing), seconds })}
      </p>
    </div>
  );
}
