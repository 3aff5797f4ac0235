import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type PositionSender,
  type SenderState,
  sendPositions,
} from '#components/position/position-sender.ts';
import type { Report } from '#lib/following/positions/model.ts';
import type { Reported } from '#lib/following/positions/queries.ts';

type Watcher = { onPosition: PositionCallback; onProblem: PositionErrorCallback | null | undefined };

/** A receiver that measures when the test says so, and again when it is asked. */
class FakeReceiver {
  watchers = new Map<number, Watcher>();
  where = { latitude: -26.1, longitude: 28.05, accuracy: 10, speed: null as number | null };
  #ids = 0;
  watchPosition = (onPosition: PositionCallback, onProblem?: PositionErrorCallback | null) => {
    this.watchers.set(++this.#ids, { onPosition, onProblem });
    return this.#ids;
  };
  clearWatch = (id: number) => void this.watchers.delete(id);
  getCurrentPosition = (onPosition: PositionCallback) => onPosition(this.measured());
  measured() {
    // Safe: of the browser's objects only these are read.
    return { coords: { ...this.where }, timestamp: Date.now() } as unknown as GeolocationPosition;
  }
  measure(northM = 0, speed: number | null = null) {
    this.where = { ...this.where, latitude: this.where.latitude + northM / 111_195, speed };
    for (const { onPosition } of this.watchers.values()) onPosition(this.measured());
  }
  fail(code: number) {
    // Safe: only the code is read.
    for (const { onProblem } of this.watchers.values()) onProblem?.({ code } as GeolocationPositionError);
  }
}

let receiver: FakeReceiver;
let sender: PositionSender;
let reports: Report[];
let states: SenderState[];
let answer: Reported;
let post: (report: Report) => Promise<Reported>;

beforeEach(() => {
  vi.useFakeTimers();
  receiver = new FakeReceiver();
  reports = [];
  states = [];
  answer = 'taken';
  post = async () => answer;
  sender = sendPositions({
    geolocation: receiver,
    device: 'phone',
    post: (report) => {
      reports.push(report);
      return post(report);
    },
    onState: (state) => states.push(state),
  });
});

afterEach(() => {
  sender.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const newestState = () => states.at(-1);

describe('a device that sends its position', () => {
  test('sends the first fix at once, with its own time', async () => {
    receiver.measure();
    await pass(0);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      fixes: [{ latitude: -26.1, longitude: 28.05, accuracy: 10 }],
      device: 'phone',
      sentAt: new Date().toISOString(),
    });
    expect(newestState()).toMatchObject({ kind: 'sending', accuracyM: 10 });
  });

  test('sends every 5 s in motion and every 20 s at rest, each time a fix of that moment', async () => {
    for (let second = 0; second < 60; second += 1) {
      receiver.measure(10, 10);
      await pass(1_000);
    }
    expect(reports.length).toBeGreaterThanOrEqual(11);
    expect(reports.length).toBeLessThanOrEqual(13);
    const moved = reports.length;
    receiver.measure(0, 0);
    await pass(120_000);
    expect(reports.length - moved).toBeGreaterThanOrEqual(5);
    expect(reports.length - moved).toBeLessThanOrEqual(7);
    const newest = reports.at(-1)?.fixes.at(-1)?.fixedAt ?? '';
    expect(Date.now() - Date.parse(newest)).toBeLessThanOrEqual(20_000);
  });

  test('buffers failed reports, says so, and sends all in order when back online', async () => {
    answer = 'failed';
    for (let second = 0; second < 30; second += 1) {
      receiver.measure(10, 10);
      await pass(1_000);
    }
    expect(newestState()).toMatchObject({ kind: 'waiting', kept: reports.length });
    const kept = reports.at(-1)?.fixes.length ?? 0;
    expect(kept).toBeGreaterThan(4);
    answer = 'taken';
    await pass(6_000);
    const all =
      reports.findLast(({ fixes }) => fixes.length > kept)?.fixes.map(({ fixedAt }) => fixedAt) ?? [];
    expect(all).toEqual(all.toSorted());
    expect(newestState()).toMatchObject({ kind: 'sending' });
    receiver.measure(10, 10);
    await pass(6_000);
    expect(reports.at(-1)?.fixes).toHaveLength(1);
  });

  test('continues when the browser drops a position request', async () => {
    receiver.measure();
    await pass(0);
    receiver.getCurrentPosition = () => undefined;
    await pass(30_000);
    receiver.measure(100, 10);
    await pass(7_000);
    expect(reports.length).toBeGreaterThanOrEqual(3);
    expect(reports.at(-1)?.fixes.at(-1)?.latitude).toBeCloseTo(receiver.where.latitude, 6);
  });

  test.each([
    [
      'the network throws',
      () => {
        post = () => {
          throw new TypeError('no');
        };
        return () => {
          post = async () => answer;
        };
      },
    ],
    [
      'a request for a position throws',
      () => {
        const { getCurrentPosition } = receiver;
        receiver.getCurrentPosition = () => {
          throw new DOMException('no', 'SecurityError');
        };
        return () => {
          receiver.getCurrentPosition = getCurrentPosition;
        };
      },
    ],
    [
      'the receiver gives what is no position',
      () => {
        const rubbish: unknown[] = [
          null,
          undefined,
          7,
          {},
          { coords: { latitude: Number.NaN } },
          new Error('no'),
        ];
        for (const { onPosition } of receiver.watchers.values()) {
          // Safe: that it is none is what is tested.
          for (const each of rubbish) onPosition(each as GeolocationPosition);
        }
        return () => undefined;
      },
    ],
  ])('goes on after %s', async (_what, begin) => {
    receiver.measure();
    await pass(0);
    const end = begin();
    await pass(30_000);
    end();
    receiver.measure(100, 10);
    await pass(30_000);
    expect(newestState()).toMatchObject({ kind: 'sending' });
    expect(reports.at(-1)?.fixes.at(-1)?.latitude).toBeCloseTo(receiver.where.latitude, 6);
  });

  test('does not send again what can never be taken', async () => {
    answer = 'unreadable';
    receiver.measure(0, 10);
    await pass(0);
    answer = 'taken';
    receiver.measure(10, 10);
    await pass(6_000);
    expect(reports.at(-1)?.fixes).toHaveLength(1);
  });

  test('keeps a bounded buffer during a long outage', async () => {
    answer = 'failed';
    for (let minute = 0; minute < 30; minute += 1) {
      receiver.measure(100, 10);
      await pass(60_000);
    }
    expect(reports.every(({ fixes }) => fixes.length <= 100)).toBe(true);
  });

  test.each(['closed', 'refused'] as const)('stops for good when the callout is %s', async (because) => {
    answer = because;
    receiver.measure();
    await pass(0);
    expect(newestState()).toEqual({ kind: 'ended', because });
    expect(receiver.watchers.size).toBe(0);
    const sent = reports.length;
    sender.resume();
    sender.leave('hidden');
    await pass(120_000);
    expect(reports).toHaveLength(sent);
  });
});

describe('a pause', () => {
  test('is reported with its reason when the page is hidden, and ends when it is visible', async () => {
    receiver.measure();
    await pass(0);
    sender.leave('hidden');
    expect(reports.at(-1)).toMatchObject({ fixes: [], paused: 'hidden' });
    receiver.where.latitude -= 0.001;
    sender.resume();
    receiver.measure();
    await pass(0);
    expect(reports.at(-1)?.paused).toBeUndefined();
    expect(reports.at(-1)?.fixes).toHaveLength(1);
  });

  test('is reported when the permission is revoked, and nothing old is sent after it', async () => {
    receiver.measure();
    await pass(0);
    receiver.fail(1);
    await pass(60_000);
    expect(newestState()).toEqual({ kind: 'paused', reason: 'denied' });
    expect(reports.at(-1)).toMatchObject({ fixes: [], paused: 'denied' });
  });

  test('is reported after a fix in flight, which would undo it', async () => {
    const slow = Promise.withResolvers<Reported>();
    post = () => slow.promise;
    receiver.measure();
    await pass(0);
    post = async () => answer;
    receiver.fail(1);
    await pass(2_000);
    expect(reports).toHaveLength(1);
    slow.resolve('taken');
    await pass(2_000);
    expect(reports.at(-1)).toMatchObject({ fixes: [], paused: 'denied' });
    expect(newestState()).toEqual({ kind: 'paused', reason: 'denied' });
  });

  test('is retried until stored, and the next fix is sent at once', async () => {
    receiver.measure();
    await pass(0);
    answer = 'failed';
    receiver.fail(1);
    await pass(12_000);
    answer = 'taken';
    await pass(6_000);
    const sent = reports.length;
    expect(reports.slice(1).every(({ paused }) => paused === 'denied')).toBe(true);
    expect(sent).toBeGreaterThanOrEqual(4);
    await pass(30_000);
    expect(reports).toHaveLength(sent);
    receiver.measure();
    await pass(1_000);
    expect(reports.at(-1)?.fixes).toHaveLength(1);
  });

  test('is reported without any fix; a receiver that had one is given time', async () => {
    receiver.fail(2);
    await pass(0);
    expect(newestState()).toEqual({ kind: 'paused', reason: 'unavailable' });
    receiver.measure();
    await pass(0);
    receiver.fail(2);
    expect(newestState()).toMatchObject({ kind: 'sending' });
  });
});

test('what the browser remembers from before does not replace what was measured since', async () => {
  receiver.measure();
  await pass(0);
  const remembered = receiver.measured();
  await pass(6_000);
  receiver.measure(100, 10);
  for (const { onPosition } of receiver.watchers.values()) onPosition(remembered);
  await pass(6_000);
  expect(reports.at(-1)?.fixes.at(-1)?.latitude).toBeCloseTo(receiver.where.latitude, 6);
});
