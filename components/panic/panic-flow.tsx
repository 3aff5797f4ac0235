import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
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
import type { PressFormFields } from '#components/panic/press-form.tsx';
import { PressPad } from '#components/panic/press-pad.tsx';
import { PressReportView } from '#components/panic/press-report.tsx';
import { type ReadyAids, ReadyLine } from '#components/panic/ready/ready-line.tsx';
import type { PressReport } from '#components/panic/send-press.ts';
import type { Contact } from '#components/panic/trusted-contact.tsx';
import { type Help, type HelpOffer, useHelp } from '#components/panic/use-help.ts';
import { useHold } from '#components/panic/use-hold.ts';
import { type SentPress, usePress } from '#components/panic/use-press.ts';
import { ErrorBoundary } from '#components/ui/error-boundary.tsx';
import { isOtherLanguage } from '#components/ui/whole-loads.tsx';
import { useWords } from '#components/ui/words.tsx';
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
  ready?: ReadyAids;
  textNumber?: string | null;
};

/** The panic button and the flow of its press, until the callout can be tracked. */
export function PanicFlow(props: PanicFlowProps) {
  const { client, emergencyNumbers, kind = 'real', form, sent } = props;
  const { contact = null, hasSavedAddress = false, textNumber = null, controlRoom = null } = props;
  const t = useWords();
  const texts = holdTexts(t);
  const button = useRef<HTMLButtonElement>(null);
  const [note, setNote] = useState('');
  const press = usePress({ client, kind, sent, onUnheard: () => dispatch({ type: 'unheard' }) });
  const sendNow = () => dispatch({ type: 'sendNow' });
  const begin = () => {
    const early = takeOverEarlyPress();
    if (!early) return undefined;
    press.onTakenOver(early.draft);
    setNote(noteOn(IDLE, early.activeHold.state, texts));
    const { state: begun } = early.activeHold;
    if (begun.name === 'grace') press.onHeld(begun.lengthMs, sendNow);
    if (early.activeHold.state.name !== 'sending') return early.activeHold;
    // Its form may be on its way; sent again from here, the same press does no harm.
    press.send(false);
    return early.activeHold;
  };
  const { state, at, dispatch } = useHold(begin, (before, after) => {
    if (isFiring(before, after)) press.send(before.name === 'idle');
    else if (after.name === 'holding') press.onTouch();
    else if (after.name === 'grace') press.onHeld(after.lengthMs, sendNow);
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
  const followed = useTracking(press.report, client.followHere);

  if (press.report) {
    return (
      <PressReportView
        report={press.report}
        emergencyNumbers={emergencyNumbers}
        controlRoom={controlRoom}
        contact={contact}
        fix={press.sought?.fix}
        text={textNumber === null ? undefined : press.asText(textNumber)}
        followed={followed}
        positionNote={press.sought && positionWords(press.sought, now().getTime(), hasSavedAddress, t)}
        onSendAgain={press.sendAgain}
        onWithdraw={press.withdrawPress}
        onCancelAgain={press.cancelAgain}
        onPressAgain={() => {
          press.clear();
          dispatch({ type: 'reset' });
        }}
      />
    );
  }
  return (
    <PressInMaking
      {...{ state, at, button, form, emergencyNumbers, controlRoom, hasSavedAddress, help }}
      note={note || t('hold.how')}
      permission={press.permission}
      ready={<Ready {...props} press={press} chosen={help} />}
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
  permission: PositionPermission;
};

/** The button, or the grace in its place, with what helps around it. */
function PressInMaking({ state, at, button, form, note, ...around }: PressInMakingProps) {
  const { emergencyNumbers, controlRoom, hasSavedAddress, permission, help, ready } = around;
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
function useTracking(report: PressReport | undefined, followHere: PressClient['followHere']) {
  const outcome = report?.kind === 'answered' ? report.outcome : undefined;
  const router = useRouter();
  const { language } = useWords();
  const [followed, setFollowed] = useState<FollowedHere>();
  const delivered = outcome?.kind === 'delivered' ? outcome : undefined;
  const open = useEffectEvent(async ({ calloutId, openTracking }: NonNullable<typeof delivered>) => {
    if (openTracking.as === 'redirect') return window.location.assign(openTracking.url);
    const here = await followHere?.(calloutId);
    if (here) setFollowed(here);
    else if (language !== 'en' && isOtherLanguage(openTracking.href))
      window.location.assign(openTracking.href);
    else router.push(openTracking.href);
  });
  useEffect(() => {
    if (delivered) void open(delivered);
  }, [delivered]);
  return delivered && followed;
}
