'use client';

import { useEffect, useId, useRef } from 'react';
import { PressRing } from '#components/panic/press-ring.tsx';
import { Button } from '#components/ui/button.tsx';

type GracePanelProps = {
  /** Seconds left, and the whole length; absent when nothing runs and the person is asked. */
  countDown?: { secondsLeft: number; lengthMs: number } | undefined;
  onSendNow: () => void;
  onCancel: () => void;
};

/** The moment between the hold and the sending: a count-down in the place of the button, and the way back. */
export function GracePanel({ countDown, onSendNow, onCancel }: GracePanelProps) {
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
      className="grid w-full grid-cols-1 justify-items-center gap-6"
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
            Sending, unless you cancel.
            <span className="sr-only"> In {countDown.lengthMs / 1_000} seconds. Escape cancels.</span>
          </>
        ) : (
          'You pressed a while ago, and it is not known that help was called. Do you need help now?'
        )}
      </p>
      <div className="grid w-full max-w-md grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-4">
        <Button size="large" onClick={onSendNow}>
          Send now
        </Button>
        <Button size="large" tone="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
