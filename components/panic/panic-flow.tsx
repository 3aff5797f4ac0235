'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { GracePanel } from '#components/panic/grace-panel.tsx';
import { type HoldEvent, type HoldState, isFiring, secondsLeft } from '#components/panic/hold-machine.ts';
import type { OpenTracking } from '#components/panic/outcome.ts';
import { PanicButton } from '#components/panic/panic-button.tsx';
import { positionWords } from '#components/panic/position-words.ts';
import type { PressKind } from '#components/panic/press.ts';
import { PressReportView } from '#components/panic/press-report.tsx';
import type { Raise } from '#components/panic/send-press.ts';
import { useHold } from '#components/panic/use-hold.ts';
import { type ReadReceipt, usePress } from '#components/panic/use-press.ts';
import { Button } from '#components/ui/button.tsx';
import { monotonicMs } from '#lib/platform/clock.ts';

type PanicFlowProps = {
  /** Hands the press over. Rejects when there is no answer; the same press may be raised again. */
  raise: Raise;
  /** Asks what has become of a recorded press; without it the page stays at the first answer. */
  readReceipt?: ReadReceipt;
  emergencyNumbers: readonly string[];
  kind?: PressKind;
};

/** The panic button and all that follows from it, until the response can be followed. */
export function PanicFlow({ raise, readReceipt, emergencyNumbers, kind = 'real' }: PanicFlowProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [note, setNote] = useState('');
  const press = usePress({ raise, readReceipt, kind });
  const { state, at, dispatch } = useHold((before, after) => {
    if (isFiring(before, after)) press.send();
    else if (after.name === 'holding') press.onTouch();
    else if (after.name === 'grace') press.onHeld();
    else if (after.name === 'idle') press.onCalledOff();
    setNote(noteOn(before, after));
  });
  const recall = useEffectEvent(() => {
    const ageMs = press.recall();
    if (ageMs !== undefined) dispatch({ type: 'recalled', ageMs });
  });
  useEffect(() => recall(), []);
  useFocusBack(state, button);
  useTracking(press.report?.kind === 'answered' ? press.report.outcome : undefined);

  if (press.report) {
    return (
      <PressReportView
        report={press.report}
        emergencyNumbers={emergencyNumbers}
        positionNote={press.sought && positionWords(press.sought)}
        onSendAgain={press.sendAgain}
        onPressAgain={() => {
          press.clear();
          dispatch({ type: 'reset' });
        }}
      />
    );
  }
  const isWaiting = state.name === 'grace' || state.name === 'asking';
  return (
    <div className="grid grid-cols-1 justify-items-center gap-6">
      {isWaiting ? (
        <GracePanel
          countDown={state.name === 'grace' ? { ...state, secondsLeft: secondsLeft(state, at) } : undefined}
          onSendNow={() => dispatch({ type: 'sendNow' })}
          onCancel={() => dispatch({ type: 'cancel' })}
        />
      ) : (
        <PressPad
          button={button}
          isHolding={state.name === 'holding'}
          note={note || 'Hold for one and a half seconds.'}
          onEvent={dispatch}
        />
      )}
      <EmergencyNumbers numbers={emergencyNumbers} />
    </div>
  );
}

type PressPadProps = {
  button: { current: HTMLButtonElement | null };
  isHolding: boolean;
  note: string;
  onEvent: (event: HoldEvent) => void;
};

function PressPad({ button, isHolding, note, onEvent }: PressPadProps) {
  return (
    <div className="grid grid-cols-1 justify-items-center gap-6">
      <div className="press-circle">
        <PanicButton ref={button} isHolding={isHolding} onEvent={onEvent} />
      </div>
      <p role="status" className="max-w-md text-center text-lg font-semibold">
        {isHolding ? 'Keep holding…' : note}
      </p>
      <Button tone="quiet" onClick={() => onEvent({ type: 'click', at: monotonicMs() })}>
        Start without holding
      </Button>
    </div>
  );
}

function noteOn(before: HoldState, after: HoldState): string {
  if (after.name !== 'idle') return '';
  if (before.name === 'holding') return 'Not sent: it was let go too early. Hold for one and a half seconds.';
  if (before.name === 'grace') return 'Cancelled. Nothing was sent.';
  // What became of the press that was asked about is not known here.
  return before.name === 'asking' ? 'Nothing more was sent.' : '';
}

/** A cancelled press gives the focus back to the button, ready to be pressed again. */
function useFocusBack(state: HoldState, button: { readonly current: HTMLButtonElement | null }) {
  const previous = useRef(state.name);
  useEffect(() => {
    if (state.name === 'idle' && previous.current !== 'idle') button.current?.focus();
    previous.current = state.name;
  }, [state.name, button]);
}

function useTracking(outcome: { kind: string; openTracking?: OpenTracking } | undefined) {
  const router = useRouter();
  const openTracking = outcome?.openTracking;
  useEffect(() => {
    if (!openTracking) return;
    if (openTracking.as === 'page') router.push(openTracking.href);
    else window.location.assign(openTracking.url);
  }, [openTracking, router]);
}
