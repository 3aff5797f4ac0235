'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { takeOverEarlyPress } from '#components/panic/early-press.ts';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { GracePanel } from '#components/panic/grace-panel.tsx';
import { HOLD_MS, type HoldState, isFiring, secondsLeft } from '#components/panic/hold-machine.ts';
import type { OpenTracking } from '#components/panic/outcome.ts';
import { PositionNotice } from '#components/panic/position-notice.tsx';
import { positionWords } from '#components/panic/position-words.ts';
import type { PressKind } from '#components/panic/press.ts';
import type { PressFormFields } from '#components/panic/press-form.tsx';
import { PressPad } from '#components/panic/press-pad.tsx';
import { PressReportView } from '#components/panic/press-report.tsx';
import type { Contact } from '#components/panic/trusted-contact.tsx';
import { useHold } from '#components/panic/use-hold.ts';
import { type PressLine, type SentPress, usePress } from '#components/panic/use-press.ts';
import { now } from '#lib/platform/clock.ts';

type PanicFlowProps = {
  line: PressLine;
  emergencyNumbers: readonly string[];
  kind?: PressKind;
  /** Makes the button work without this script, too. */
  form?: PressFormFields;
  /** A press of another page, with which this one begins. */
  sent?: SentPress | undefined;
  contact?: Contact | null;
  hasSavedAddress?: boolean;
};

/** The panic button and all that follows from it, until the response can be followed. */
export function PanicFlow(props: PanicFlowProps) {
  const {
    line,
    emergencyNumbers,
    kind = 'real',
    form,
    sent,
    contact = null,
    hasSavedAddress = false,
  } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [note, setNote] = useState('');
  const press = usePress({
    line,
    kind,
    sent,
    onUnheard: () => dispatch({ type: 'unheard' }),
  });
  const { state, at, dispatch } = useHold((before, after) => {
    if (isFiring(before, after)) press.send(before.name === 'idle');
    else if (after.name === 'holding') press.onTouch();
    else if (after.name === 'grace') press.onHeld();
    else if (after.name === 'idle') press.onCalledOff();
    setNote(noteOn(before, after));
  });
  useBegun(press, dispatch);
  useFocusBack(state, button);
  useTracking(press.report?.kind === 'answered' ? press.report.outcome : undefined);

  if (press.report) {
    return (
      <PressReportView
        report={press.report}
        emergencyNumbers={emergencyNumbers}
        contact={contact}
        fix={press.sought?.fix}
        positionNote={press.sought && positionWords(press.sought, now().getTime(), hasSavedAddress)}
        onSendAgain={press.sendAgain}
        onTakeBack={press.takeBack}
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
          form={form}
        />
      )}
      <EmergencyNumbers numbers={emergencyNumbers} />
      {isWaiting ? null : <PositionNotice permission={press.permission} hasSavedAddress={hasSavedAddress} />}
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

type Begun = Pick<ReturnType<typeof usePress>, 'onTakenOver' | 'recall'>;

/** Goes on with what was begun before: in this page by the early script, or in an earlier one. */
function useBegun(press: Begun, dispatch: ReturnType<typeof useHold>['dispatch']) {
  const takeOver = useEffectEvent(() => {
    const early = takeOverEarlyPress();
    if (!early) return;
    press.onTakenOver(early);
    if (early.name === 'sending') dispatch({ type: 'recalled', ageMs: 0 });
    else if (early.name === 'grace' && early.heldSince === null) dispatch({ type: 'click', at: early.since });
    else {
      const since = early.name === 'grace' ? early.heldSince : early.since;
      if (since !== null) dispatch({ type: 'press', at: since });
      if (early.name === 'grace' && since !== null) {
        dispatch({ type: 'tick', at: Math.max(early.since, since + HOLD_MS) });
      }
    }
  });
  const recall = useEffectEvent(async () => {
    const ageMs = await press.recall();
    if (ageMs !== undefined) dispatch({ type: 'recalled', ageMs });
  });
  // Before anything else can happen on the page: the finger that the early script watched may lift any moment.
  useLayoutEffect(() => takeOver(), []);
  useEffect(() => void recall(), []);
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
