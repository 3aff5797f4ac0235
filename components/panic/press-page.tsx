'use client';

import { useEffect, useMemo } from 'react';
import { raceActionAndRoute } from '#components/panic/action-or-route.ts';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import type { FollowedHere } from '#components/panic/follow-here.tsx';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { PanicFlow } from '#components/panic/panic-flow.tsx';
import { PlainPress } from '#components/panic/plain-press.tsx';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import type { PressClient } from '#components/panic/press-client.ts';
import type { PressFormFields } from '#components/panic/press-inputs.tsx';
import { outcomeOf, refusalOf } from '#components/panic/press-outcome.ts';
import {
  forgetPersonOnDevice,
  pressKeeper,
  renewOffline,
  serveOffline,
} from '#components/panic/press-worker.ts';
import type { ReadyAids } from '#components/panic/ready/ready-line.tsx';
import type { Contact } from '#components/panic/trusted-contact.tsx';
import type { HelpOffer } from '#components/panic/use-help.ts';
import type { SentPress } from '#components/panic/use-press.ts';
import { useTextCodes } from '#components/panic/use-text-codes.ts';
import { ErrorBoundary } from '#components/ui/error-boundary.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { AlarmSettings } from '#lib/customers/alarm-settings/model.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Translate } from '#lib/languages/translate.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { raisePressAction } from '#lib/panic/device/actions.ts';
import {
  askCovered,
  isServerReachable,
  mayOpenCallout,
  postHelp,
  postPress,
  postRelease,
  postWithdrawal,
  readCalloutOfPress,
  readReceipt,
} from '#lib/panic/queries.ts';
import { now } from '#lib/platform/clock.ts';

type PressPageProps = {
  /** `pressToken` is good for this person's presses alone, also when the session is gone. */
  form: PressFormFields;
  emergencyNumbers: readonly string[];
  controlRoom: string | null;
  expiryMinutes: number;
  contact: Contact | null;
  hasSavedAddress: boolean;
  help: HelpOffer;
  alarm: AlarmSettings;
  ready: ReadyAids;
  /** The number that takes presses by text message; null where there is none. */
  textNumber: string | null;
  /** What is known of a press that a plain form sent. */
  posted: Receipt | null;
};

/** The panic page: the flow, with its two ways to the server. */
export function PressPage({ form, emergencyNumbers, expiryMinutes, posted, ...rest }: PressPageProps) {
  const t = useWords();
  const client = useMemo(
    () => clientOf(form.pressToken, expiryMinutes, t),
    [form.pressToken, expiryMinutes, t],
  );
  useTextCodes(form.pressToken, rest.textNumber !== null);
  useEffect(() => void serveOffline(), []);
  return (
    <ErrorBoundary fallback={<BrokenPage {...{ form, emergencyNumbers, controlRoom: rest.controlRoom }} />}>
      <PanicFlow
        {...rest}
        client={client}
        form={form}
        emergencyNumbers={emergencyNumbers}
        sent={posted ? sentPress(posted, t) : undefined}
      />
    </ErrorBoundary>
  );
}

type BrokenPageProps = Pick<PressPageProps, 'form' | 'emergencyNumbers' | 'controlRoom'>;

/** Whatever breaks, the button stays: as a plain form. */
function BrokenPage({ form, emergencyNumbers, controlRoom }: BrokenPageProps) {
  const t = useWords();
  return (
    <div className="grid gap-6">
      <PlainPress fields={form} />
      <EmergencyNumbers numbers={emergencyNumbers} controlRoom={controlRoom} t={t} />
    </div>
  );
}

function sentPress(posted: Receipt, t: Translate): SentPress {
  return {
    press: { pressId: posted.pressId, pressedAt: posted.receivedAt, kind: 'real' },
    outcome: outcomeOf(posted, t),
    heardAt: posted.asOf,
  };
}

/** The person revoked this device's button from another device: all of their data is removed here. */
const SWITCHED_OFF: ErrorCode = 'press.token_revoked';

function clientOf(pressToken: string, expiryMinutes: number, t: Translate): PressClient {
  // Actions run one after another, so one without an answer would block a repeat: it uses the route alone.
  const wentOut = new Set<string>();
  return {
    raise: async (press, graceSeconds) => {
      const sending = { ...press, pressToken, ...(graceSeconds ? { graceSeconds } : {}) };
      const route = () => throughRoute(sending, t);
      const isRepeat = wentOut.has(press.pressId);
      wentOut.add(press.pressId);
      const action = () => throughAction(sending, t);
      const outcome = await (isRepeat ? route() : raceActionAndRoute({ action, route, onConnectionChange }));
      if (outcome.kind === 'refused' && outcome.code === SWITCHED_OFF) {
        forgetPersonOnDevice();
        // The stable route's refusal clears the cookie; the action's would replace this page too.
        readReceipt(press.pressId, pressToken).catch(() => undefined);
      }
      return outcome;
    },
    readReceipt: (pressId) => latest(pressId, pressToken, t),
    rememberHelp: (responseTypeId) => void postHelp(responseTypeId, pressToken).then(renewOffline, ignore),
    checkReady: (fix, responseTypeId) => checkReady(pressToken, fix, responseTypeId),
    release: (pressId) => release(pressId, pressToken, t),
    withdraw: (pressId) => withdraw(pressId, pressToken, t),
    followHere: (calloutId) => followHere(Number(calloutId), pressToken),
    isReachable: isServerReachable,
    keeper: pressKeeper(pressToken),
    expiryMs: expiryMinutes * 60_000,
  };
}

async function checkReady(pressToken: string, fix: SoughtFix | undefined, responseTypeId: number | null) {
  if (!fix) return (await isServerReachable()) ? { isCovered: null } : undefined;
  const { latitude, longitude } = fix;
  return askCovered({ latitude, longitude, responseTypeId }, pressToken);
}

function ignore(): void {
  // Without a connection this device remembers it, and the press says it.
}

/** How long the page of the callout waits to hear whether it can open. */
const ASKED_FOR_MS = 2_000;

/** The callout by the press token, where this browser's cookies do not open it. */
async function followHere(calloutId: number, pressToken: string): Promise<FollowedHere | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ASKED_FOR_MS));
  const mayOpen = await Promise.race([mayOpenCallout(calloutId).catch(() => true), late]);
  if (mayOpen !== false) return undefined;
  const callout = await readCalloutOfPress(calloutId, { bearer: pressToken }).catch(() => undefined);
  return callout && { callout, pressToken };
}

async function latest(pressId: string, pressToken: string, t: Translate): Promise<RaiseOutcome> {
  return outcomeOf(await readReceipt(pressId, pressToken), t);
}

async function withdraw(pressId: string, pressToken: string, t: Translate): Promise<RaiseOutcome> {
  const answer = await postWithdrawal(pressId, pressToken);
  if (!('code' in answer)) return outcomeOf(answer, t);
  // Too late: the person must see the state of the press.
  if (answer.code === 'press.settled') return latest(pressId, pressToken, t);
  throw new Error(`the press was not withdrawn: ${answer.code}`);
}

async function release(pressId: string, pressToken: string, t: Translate): Promise<RaiseOutcome> {
  const answer = await postRelease(pressId, pressToken);
  return 'code' in answer ? refusalOf(answer.code, t) : outcomeOf(answer, t);
}

type Sending = Press & { pressToken: string; graceSeconds?: number };

async function throughAction(press: Sending, t: Translate): Promise<RaiseOutcome> {
  const raised = await raisePressAction({ ...press, sentAt: now().toISOString() });
  if (!raised.ok) return refusalOf(raised.code, t);
  const { receipt, trackingUrl } = raised.value;
  return outcomeOf({ ...receipt, trackingUrl }, t);
}

async function throughRoute(press: Sending, t: Translate): Promise<RaiseOutcome> {
  const posted = await postPress(press);
  return 'code' in posted ? refusalOf(posted.code, t) : outcomeOf(posted, t);
}

function onConnectionChange(changed: () => void): () => void {
  const stop = new AbortController();
  window.addEventListener('online', changed, { signal: stop.signal });
  window.addEventListener('offline', changed, { signal: stop.signal });
  // A request to the stable route is sent even when the page is closed.
  window.addEventListener('pagehide', changed, { signal: stop.signal });
  return () => stop.abort();
}
