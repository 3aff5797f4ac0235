import { watchPosition } from '#components/panic/position-seeker.ts';
import { type DeviceFix, keepWaiting, sendEveryMs } from '#lib/following/positions/model.ts';
import type { Reported } from '#lib/following/positions/queries.ts';
import { FIXES_AT_MOST, type Report } from '#lib/following/positions/schema.ts';
import { partOf, readBrowserPosition } from '#lib/geo/reading.ts';
import { now } from '#lib/platform/clock.ts';
import type { PauseReason } from '#lib/vocabulary.ts';

// Sends this device's position while a callout is open: often in motion, seldom at rest, and later what could not
// be sent at once.

/** What the person is told of it. */
export type SenderState =
  /** The receiver has found nothing yet. */
  | { kind: 'seeking' }
  | { kind: 'sending'; measuredAt: string; accuracyM: number | null }
  /** Nothing is taken at present: it goes on by itself, with what was kept. */
  | { kind: 'waiting'; measuredAt: string; accuracyM: number | null; kept: number }
  | { kind: 'paused'; reason: Extract<PauseReason, 'denied' | 'unavailable'> }
  /** The callout has ended, or this device may not send. */
  | { kind: 'ended'; because: 'closed' | 'refused' };

type Fix = Report['fixes'][number];
type Geolocation = Pick<globalThis.Geolocation, 'watchPosition' | 'clearWatch' | 'getCurrentPosition'>;

export type SenderOptions = {
  geolocation: Geolocation | undefined;
  /** Tells two devices of one person apart. */
  device: string;
  post: (report: Report) => Promise<Reported>;
  onState: (state: SenderState) => void;
};

export type PositionSender = {
  /** The page is in front again, or the connection changed: looks for the position anew and sends it at once. */
  resume: () => void;
  /** The page goes out of sight, or away: whoever watches should know why nothing comes. */
  leave: (reason: Extract<PauseReason, 'hidden' | 'closed'>) => void;
  stop: () => void;
};

const TICK_MS = 1_000;
/** After a report that was not taken. */
const RETRY_MS = 5_000;
/** What is older is measured again before it is sent. */
const FRESH_MS = 10_000;
const FRESH_TIMEOUT_MS = 5_000;
const FORGOTTEN_AFTER_MS = 500;
const DENIED = 1;
const UNAVAILABLE = 2;

/** Begins to send, until it is stopped or the callout has ended. */
export function sendPositions({ geolocation, device, post, onState }: SenderOptions): PositionSender {
  let newest: { fix: Fix; where: DeviceFix } | undefined;
  let lastSent: DeviceFix | undefined;
  let waiting: Fix[] = [];
  let dueAtMs = 0;
  let sentAtMs = 0;
  let isBusy = false;
  let isOver = false;
  /** Why nothing is found, until somebody has taken notice of it. */
  let untold: Extract<PauseReason, 'denied' | 'unavailable'> | undefined;
  let stopWatch: () => void = () => undefined;

  const report = (fixes: Fix[], paused?: PauseReason) =>
    post({ fixes, sentAt: now().toISOString(), device, ...(paused ? { paused } : {}) });

  const take = (position: unknown) => {
    const reading = readBrowserPosition(position, { atMs: now().getTime(), maximumAgeMs: FRESH_MS });
    // What is no place is no news: the next one comes.
    if (!reading) return;
    const { latitude, longitude, accuracy, speed } = reading;
    const fixedAt = new Date(reading.measuredAtMs).toISOString();
    // What a browser remembers from before is no news.
    if (newest && fixedAt < newest.fix.fixedAt) return;
    untold = undefined;
    newest = {
      fix: { latitude, longitude, accuracy, fixedAt },
      where: { latitude, longitude, accuracy, speed },
    };
  };
  const onPosition = (position: unknown) => {
    take(position);
    void tick();
  };
  const onProblem = (problem: unknown) => {
    const code = partOf(problem, 'code') ?? UNAVAILABLE;
    // A receiver that is slow, or found something before, goes on looking.
    if (isOver || (code !== DENIED && (code !== UNAVAILABLE || newest))) return;
    const reason = code === DENIED ? 'denied' : 'unavailable';
    onState({ kind: 'paused', reason });
    if (code === DENIED) newest = undefined;
    untold = reason;
    dueAtMs = 0;
    void tick();
  };

  const settle = (answer: Reported) => {
    if (answer !== 'closed' && answer !== 'refused') return;
    stop();
    onState({ kind: 'ended', because: answer });
  };

  const tick = async () => {
    const atMs = now().getTime();
    if (isBusy || isOver || atMs < dueAtMs) return;
    isBusy = true;
    try {
      if (untold) await tellPause(untold);
      else if (newest && atMs >= sentAtMs + sendEveryMs(lastSent, newest.where)) {
        if (atMs - Date.parse(newest.fix.fixedAt) > FRESH_MS) await measureAgain();
        if (!isOver) await sendNewest();
      }
    } catch {
      // Nothing that goes wrong once ends the stream.
      dueAtMs = now().getTime() + RETRY_MS;
    } finally {
      isBusy = false;
    }
  };

  // After the fix that is on its way, which would undo it, and again until somebody has taken it.
  const tellPause = async (reason: PauseReason) => {
    const answer = await report([], reason);
    if (isOver) return;
    settle(answer);
    if (answer === 'failed') dueAtMs = now().getTime() + RETRY_MS;
    else if (untold === reason) untold = undefined;
    // What ends the pause is news, whatever was sent a moment before it.
    sentAtMs = 0;
  };

  // A receiver at rest says nothing by itself; asked, it measures again, so that what is sent is not old.
  const measureAgain = async () => {
    const measured = await new Promise<unknown>((resolve) => {
      // A browser forgets what it was asked by a page that was put to sleep, and its own limit with it.
      setTimeout(resolve, FRESH_TIMEOUT_MS + FORGOTTEN_AFTER_MS);
      geolocation?.getCurrentPosition(resolve, () => resolve(undefined), {
        enableHighAccuracy: true,
        maximumAge: FRESH_MS,
        timeout: FRESH_TIMEOUT_MS,
      });
    });
    take(measured);
  };

  const sendNewest = async () => {
    // The permission may have gone while it was measured.
    if (!newest) return;
    const { fix, where } = newest;
    waiting = keepWaiting(waiting, fix, FIXES_AT_MOST);
    const sending = waiting;
    const answer = await report(sending);
    if (isOver) return;
    settle(answer);
    const known = { measuredAt: fix.fixedAt, accuracyM: fix.accuracy };
    if (answer === 'failed') {
      dueAtMs = now().getTime() + RETRY_MS;
      if (!untold) onState({ kind: 'waiting', ...known, kept: waiting.length });
      return;
    }
    waiting = waiting.filter((each) => !sending.includes(each));
    lastSent = where;
    sentAtMs = now().getTime();
    // What was found out meanwhile is the newer word.
    if (answer === 'taken' && !untold) onState({ kind: 'sending', ...known });
  };

  const watch = () => {
    stopWatch();
    stopWatch = watchPosition(geolocation, onPosition, onProblem, { maximumAge: FRESH_MS });
  };
  const stop = () => {
    isOver = true;
    clearInterval(timer);
    stopWatch();
  };

  const timer = setInterval(() => void tick(), TICK_MS);
  onState(geolocation ? { kind: 'seeking' } : { kind: 'paused', reason: 'unavailable' });
  watch();
  return {
    resume: () => {
      if (isOver) return;
      watch();
      dueAtMs = 0;
      sentAtMs = 0;
      void tick();
    },
    leave: (reason) => {
      if (!isOver) void report([], reason);
    },
    stop,
  };
}
