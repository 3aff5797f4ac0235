import { type ReactNode, useEffect, useId, useRef } from 'react';
import { GraceButtons } from '#components/panic/grace-buttons.tsx';
import { PressRing } from '#components/panic/press-ring.tsx';
import { useWords } from '#components/ui/words.tsx';

type GracePanelProps = {
  /** Seconds left, and the whole length; absent when nothing runs and the person is asked. */
  countDown?: { secondsLeft: number; lengthMs: number } | undefined;
  /** The choice of the kind of help. */
  help?: ReactNode;
};

/** The moment between the hold and the sending: a count-down in the place of the button, and the way back. */
export function GracePanel({ countDown, help }: GracePanelProps) {
  const t = useWords();
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  // The focus goes to the panel, to neither button: the key that held Panic is often still down, and a
  // frightened hand goes on hitting keys. That must not call help off. Doing nothing sends; Escape cancels.
  useEffect(() => panel.current?.focus(), []);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="grid w-full grid-cols-1 justify-items-center gap-3 sm:gap-6"
    >
      <div className="press-circle relative grid place-items-center rounded-full bg-surface shadow-md">
        <PressRing drainMs={countDown?.lengthMs} />
        <span aria-hidden="true" className="press-count font-bold tabular-nums">
          {countDown ? countDown.secondsLeft : '?'}
        </span>
      </div>
      <p id={titleId} role="status" className="max-w-md text-center text-lg font-semibold">
        {countDown ? (
          <>
            <span>{t('hold.unlessCancelled')}</span>
            <span className="sr-only">{` ${t('panic.inSeconds', { seconds: countDown.lengthMs / 1_000 })}`}</span>
          </>
        ) : (
          t('hold.stillNeeded')
        )}
      </p>
      <GraceButtons />
      {help}
    </section>
  );
}
