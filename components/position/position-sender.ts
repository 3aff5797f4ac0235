import {
  createReceiver,
  type Fix,
  type Found,
  type Geolocation,
  isStale,
} from '#components/position/receiver.ts';
import { type DeviceFix, queueFix, sendIntervalMs } from '#lib/following/positions/model.ts';
import type { Reported } from '#lib/following/positions/queries.ts';
import { MAX_FIXES, type Report } from '#lib/following/positions/schema.ts';
import { partOf } from '#lib/geo/reading.ts';
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
const DENIED = 1;
const UNAVAILABLE = 2;

/** Begins to send, until it is stopped or the callout has ended. */
export function sendPositions({ geolocation, device, post, onState }: SenderOptions): PositionSender {
  let isBusy = false;
  let isOver = false;
  const reports = createReports(device, post);
  const receiver = createReceiver(geolocation, {
    onMeasured: reports.forgetPause,
    onPosition: () => void tick(),
    onProblem: (problem) => {
      const reason = pauseOf(problem, receiver.newest() !== undefined);
      if (isOver || !reason) return;
      onState({ kind: 'paused', reason });
      if (reason === 'denied') receiver.forget();
      reports.pauseNext(reason);
      void tick();
    },
  });

  const tick = async () => {
    if (isBusy || isOver || !reports.mayReport()) return;
    isBusy = true;
    const newest = receiver.newest();
    try {
      if (reports.isPausing()) endIfOver(await reports.sendPause());
      else if (newest && reports.isDue(newest.where)) {
        if (isStale(newest)) await receiver.measureAgain();
        if (!isOver) await sendNewest();
      }
    } catch {
      // Nothing that goes wrong once ends the stream.
      reports.retryLater();
    } finally {
      isBusy = false;
    }
  };
  const sendNewest = async () => {
    const newest = receiver.newest();
    // The permission may have gone while it was measured.
    if (!newest) return;
    const { answer, kept } = await reports.send(newest);
    endIfOver(answer);
    // What was found out meanwhile is the newer word.
    if (isOver || reports.isPausing()) return;
    const known = { measuredAt: newest.fix.fixedAt, accuracyM: newest.fix.accuracy };
    onState(answer === 'failed' ? { kind: 'waiting', ...known, kept } : { kind: 'sending', ...known });
  };
  const endIfOver = (answer: Reported) => {
    if (isOver || (answer !== 'closed' && answer !== 'refused')) return;
    stop();
    onState({ kind: 'ended', because: answer });
  };
  const stop = () => {
    isOver = true;
    clearInterval(timer);
    receiver.stop();
  };

  const timer = setInterval(() => void tick(), TICK_MS);
  onState(geolocation ? { kind: 'seeking' } : { kind: 'paused', reason: 'unavailable' });
  receiver.watch();
  return {
    resume: () => {
      if (isOver) return;
      receiver.watch();
      reports.hurry();
      void tick();
    },
    leave: (reason) => void (isOver || reports.leave(reason)),
    stop,
  };
}

type Pause = Extract<PauseReason, 'denied' | 'unavailable'>;

/** Why nothing is found. A receiver that is slow, or found something before, goes on looking. */
function pauseOf(problem: unknown, hasFound: boolean): Pause | null {
  const code = partOf(problem, 'code') ?? UNAVAILABLE;
  if (code === DENIED) return 'denied';
  return code === UNAVAILABLE && !hasFound ? 'unavailable' : null;
}

/** What was reported, what waits to be, and when the next report is due. */
function createReports(device: string, post: SenderOptions['post']) {
  let lastSent: DeviceFix | undefined;
  let waiting: Fix[] = [];
  let dueAtMs = 0;
  let sentAtMs = 0;
  /** Why nothing is found, until the server has been informed. */
  let pause: Pause | undefined;
  const retryLater = () => {
    dueAtMs = now().getTime() + RETRY_MS;
  };
  const report = async (fixes: Fix[], paused?: PauseReason) => {
    const answer = await post({
      fixes,
      sentAt: now().toISOString(),
      device,
      ...(paused ? { paused } : {}),
    });
    if (answer === 'failed') retryLater();
    return answer;
  };
  return {
    mayReport: () => now().getTime() >= dueAtMs,
    isDue: (where: DeviceFix) => now().getTime() >= sentAtMs + sendIntervalMs(lastSent, where),
    isPausing: () => pause !== undefined,
    pauseNext: (reason: Pause) => {
      pause = reason;
      dueAtMs = 0;
    },
    forgetPause: () => {
      pause = undefined;
    },
    retryLater,
    hurry: () => {
      dueAtMs = 0;
      sentAtMs = 0;
    },
    leave: (reason: PauseReason) => post({ fixes: [], sentAt: now().toISOString(), device, paused: reason }),
    // After the fix that is on its way, which would undo it, and again until the server has it.
    sendPause: async () => {
      const reason = pause;
      const answer = await report([], reason);
      if (answer !== 'failed' && pause === reason) pause = undefined;
      // What ends the pause is news, whatever was sent a moment before it.
      sentAtMs = 0;
      return answer;
    },
    send: async ({ fix, where }: Found) => {
      waiting = queueFix(waiting, fix, MAX_FIXES);
      const sending = waiting;
      const answer = await report(sending);
      if (answer !== 'failed') {
        waiting = waiting.filter((each) => !sending.includes(each));
        lastSent = where;
        sentAtMs = now().getTime();
      }
      return { answer, kept: waiting.length };
    },
  };
}
