import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { modesOf } from '#components/panic/alarm-modes.ts';
import { takeOverEarlyPress } from '#components/panic/early-press-handover.ts';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import type { FollowedHere } from '#components/panic/follow-here.tsx';
import { GracePanel } from '#components/panic/grace-panel.tsx';
import { HelpChoice } from '#components/panic/help-choice.tsx';
import { helpName } from '#components/panic/help-name.ts';
import {
  type HoldEvent,
  type HoldState,
  IDLE,
  isFiring,
  secondsLeft,
} from '#components/panic/hold-machine.ts';
import { CANCELLING, holdTexts, noteOn } from '#components/panic/hold-words.ts';
import { PositionNotice } from '#components/panic/position-notice.tsx';
import type { PositionPermission } from '#components/panic/position-permission.ts';
import { positionWords } from '#components/panic/position-words.ts';
import type { PressKind } from '#components/panic/press.ts';
import type { PressClient } from '#components/panic/press-client.ts';
import type { PressFormFields } from '#components/panic/press-inputs.tsx';
import { PressPad } from '#components/panic/press-pad.tsx';
import { PressReportView } from '#components/panic/press-report.tsx';
import { type ReadyAids, ReadyLine } from '#components/panic/ready/ready-line.tsx';
import type { PressReport } from '#components/panic/send-press.ts';
import { TimingContext, useTiming } from '#components/panic/timing-context.ts';
import type { Contact } from '#components/panic/trusted-contact.tsx';
import { type Help, type HelpOffer, useHelp } from '#components/panic/use-help.ts';
import { useHold } from '#components/panic/use-hold.ts';
import { type SentPress, usePress } from '#components/panic/use-press.ts';
import { SilentTrigger } from '#components/quiet/silent-trigger.tsx';
import { ErrorBoundary } from '#components/ui/error-boundary.tsx';
import { useWords } from '#components/ui/words.tsx';
import { type AlarmSettings, USUAL_ALARM } from '#lib/customers/alarm-settings/model.ts';
import { now } from '#lib/platform/clock.ts';

type PanicFlowProps = {
  client: PressClient;
  emergencyNumbers: readonly string[];
  controlRoom?: string | null;
  kind?: PressKind;
  /** Makes the button work without this script, too. */
  form?: PressFormFields | undefined;
  /** A press of another page, with which this one begins. */
  sent?: SentPress | undefined;
  contact?: Contact | null;
  hasSavedAddress?: boolean;
  help?: HelpOffer | undefined;
  alarm?: AlarmSettings;
  ready?: ReadyAids;
  textNumber?: string | null;
};

/** The panic button and the flow of its press, as this person presses, until the callout can be tracked. */
export function PanicFlow(props: PanicFlowProps) {
  const { way, holdSeconds, graceSeconds } = props.alarm ?? USUAL_ALARM;
  const timing = useMemo(
    () => ({ holdMs: holdSeconds * 1_000, graceMs: graceSeconds * 1_000, isTwoTaps: way === 'two_taps' }),
    [way, holdSeconds, graceSeconds],
  );
  return (
    <TimingContext value={timing}>
      <Flow {...props} />
    </TimingContext>
  );
}

function Flow(props: PanicFlowProps) {
  const { client, emergencyNumbers, kind = 'real', form, sent } = props;
  const { hasSavedAddress = false, controlRoom = null } = props;
  const t = useWords();
  const timing = useTiming();
  const texts = holdTexts(t, timing);
  const button = useRef<HTMLButtonElement>(null);
  const [note, setNote] = useState('');
  const modes = modesOf(props);
  const press = usePress({ client, kind, sent, onUnheard: () => dispatch({ type: 'unheard' }) });
  const sendNow = () => dispatch({ type: 'sendNow' });
  const beHeld = (graceMs: number) => {
    modes.onGrace();
    press.onHeld(graceMs, sendNow);
  };
  const begin = () => {
    const early = takeOverEarlyPress();
    if (!early) return undefined;
    const { activeHold, draft } = early;
    press.onTakenOver(draft);
    setNote(noteOn(IDLE, activeHold.state, texts));
    if (activeHold.state.name === 'grace') beHeld(activeHold.state.lengthMs);
    // Its form may be on its way; sent again from here, the same press does no harm.
    if (activeHold.state.name === 'sending') press.send(false);
    return activeHold;
  };
  const { state, at, dispatch } = useHold(timing, begin, (before, after) => {
    if (isFiring(before, after)) press.send(before.name === 'idle');
    else if (after.name === 'holding') press.onTouch();
    else if (after.name === 'grace') beHeld(after.lengthMs);
    // The server sent the press at the end of its grace while this device slept.
    else if (after.name === 'asking' && before.name === 'grace' && press.isHeld()) sendNow();
    const isAsked = after.name === 'idle' && press.onCancel(() => setNote(noteOn(before, after, texts)));
    setNote(isAsked ? (texts[CANCELLING] ?? '') : noteOn(before, after, texts));
  });
  const help = useHelp(props.help, {
    remember: (responseTypeId) => client.rememberHelp?.(responseTypeId),
    onChosen: (responseTypeId) =>
      press.onHelp(responseTypeId, state.name === 'grace' ? state.lengthMs : 0, sendNow),
  });
  useRecall(press.recall, dispatch);
  useFocusBack(state, button);
  const followed = useTracking(press.report, client.followHere, modes.onDelivered);

  if (press.report) {
    const pressAgain = () => {
      press.clear();
      dispatch({ type: 'reset' });
    };
    return <Report {...props} report={press.report} {...{ press, followed }} onPressAgain={pressAgain} />;
  }
  return (
    <PressInMaking
      {...{ state, at, button, form, emergencyNumbers, controlRoom, hasSavedAddress, help }}
      note={note || t(timing.isTwoTaps ? 'hold.twoTaps' : 'hold.how')}
      permission={press.permission}
      ready={<Ready {...props} press={press} chosen={help} />}
      silent={modes.hasTrigger ? <SilentTrigger /> : null}
    />
  );
}

type ReportProps = PanicFlowProps & {
  press: ReturnType<typeof usePress>;
  report: PressReport;
  followed: FollowedHere | undefined;
  onPressAgain: () => void;
};

/** What became of the press. */
function Report({ press, report, followed, onPressAgain, ...props }: ReportProps) {
  const { contact = null, hasSavedAddress = false, textNumber = null, controlRoom = null } = props;
  const t = useWords();
  return (
    <PressReportView
      report={report}
      emergencyNumbers={props.emergencyNumbers}
      controlRoom={controlRoom}
      contact={contact}
      fix={press.sought?.fix}
      text={textNumber === null ? undefined : press.asText(textNumber)}
      followed={followed}
      positionNote={press.sought && positionWords(press.sought, now().getTime(), hasSavedAddress, t)}
      onSendAgain={press.sendAgain}
      onWithdraw={press.withdrawPress}
      onCancelAgain={press.cancelAgain}
      onPressAgain={onPressAgain}
    />
  );
}

type PressInMakingProps = Pick<PanicFlowProps, 'emergencyNumbers' | 'form'> & {
  state: HoldState;
  at: number;
  button: { current: HTMLButtonElement | null };
  note: string;
  controlRoom: string | null;
  hasSavedAddress: boolean;
  help: Help;
  ready: ReactNode;
  silent: ReactNode;
  permission: PositionPermission;
};

/** The button, or the grace in its place, with what helps around it. */
function PressInMaking({ state, at, button, form, note, ...around }: PressInMakingProps) {
  const { emergencyNumbers, controlRoom, hasSavedAddress, permission, help, ready, silent } = around;
  const t = useWords();
  const choice = <HelpChoice {...help} />;
  const isWaiting = state.name === 'grace' || state.name === 'asking';
  return (
    <div className="grid grid-cols-1 justify-items-center gap-3 sm:gap-6">
      {isWaiting ? (
        <GracePanel
          countDown={state.name === 'grace' ? { ...state, secondsLeft: secondsLeft(state, at) } : undefined}
          help={choice}
        />
      ) : (
        <PressPad
          button={button}
          isHolding={state.name === 'holding'}
          note={note}
          form={form}
          help={choice}
        />
      )}
      <EmergencyNumbers numbers={emergencyNumbers} controlRoom={controlRoom} t={t} />
      {isWaiting ? null : (
        <ErrorBoundary fallback={null}>
          {silent}
          {ready}
          <PositionNotice permission={permission} hasSavedAddress={hasSavedAddress} />
        </ErrorBoundary>
      )}
    </div>
  );
}

type ReadyProps = PanicFlowProps & { press: ReturnType<typeof usePress>; chosen: Help };

/** Nothing where nothing can be asked, as in practice. */
function Ready({ client, ready, press, chosen, ...rest }: ReadyProps) {
  const t = useWords();
  if (!ready || !client.checkReady) return null;
  const type = chosen.types.find(({ id }) => id === chosen.chosenId);
  return (
    <ReadyLine
      aids={ready}
      permission={press.permission}
      warm={press.warm}
      hasSavedAddress={rest.hasSavedAddress ?? false}
      help={{ id: chosen.chosenId, name: type ? helpName(chosen.types, type, t) : null }}
      check={client.checkReady}
      mayText={rest.textNumber != null}
      number={rest.emergencyNumbers[0] ?? t('panic.theNumber')}
    />
  );
}

/** Goes on with a press of an earlier page whose end is not known. */
function useRecall(recall: () => Promise<number | undefined>, dispatch: (event: HoldEvent) => void) {
  const begin = useEffectEvent(async () => {
    const ageMs = await recall();
    if (ageMs !== undefined) dispatch({ type: 'recalled', ageMs });
  });
  useEffect(() => void begin(), []);
}

/** A cancelled press gives the focus back to the button, ready to be pressed again. */
function useFocusBack(state: HoldState, button: { readonly current: HTMLButtonElement | null }) {
  const previous = useRef(state.name);
  useEffect(() => {
    if (state.name === 'idle' && previous.current !== 'idle') button.current?.focus();
    previous.current = state.name;
  }, [state.name, button]);
}

/** Opens the page of the callout; gives the callout where that cannot open and this page tracks it. */
function useTracking(
  report: PressReport | undefined,
  followHere: PressClient['followHere'],
  onDelivered: (calloutId: string) => void,
) {
  const outcome = report?.kind === 'answered' ? report.outcome : undefined;
  const router = useRouter();
  const [followed, setFollowed] = useState<FollowedHere>();
  const delivered = outcome?.kind === 'delivered' ? outcome : undefined;
  const open = useEffectEvent(async ({ calloutId, openTracking }: NonNullable<typeof delivered>) => {
    onDelivered(calloutId);
    if (openTracking.as === 'redirect') return window.location.assign(openTracking.url);
    const here = await followHere?.(calloutId);
    if (here) setFollowed(here);
    else router.push(openTracking.href);
  });
  useEffect(() => {
    if (delivered) void open(delivered);
  }, [delivered]);
  return delivered && followed;
}
