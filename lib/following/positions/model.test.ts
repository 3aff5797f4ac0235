import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DeviceFix,
  distanceM,
  isReachable,
  judgeFixes,
  type MeasuredFix,
  mayLead,
  measuredAtOf,
  PAUSED_AFTER_MS,
  positionState,
  queueFix,
  sendIntervalMs,
  TAKE_OVER_AFTER_MS,
} from './model.ts';

const RAISED = new Date('2026-06-10T10:00:00Z');
const at = (seconds: number) => new Date(RAISED.getTime() + seconds * 1_000);
/** North of a place in Johannesburg by some metres. */
const fixAt = (northM: number, seconds: number, accuracyM = 10): MeasuredFix => ({
  latitude: -26.1 + northM / 111_195,
  longitude: 28.05,
  accuracyM,
  measuredAt: at(seconds),
});
const NOBODY = { believed: null, doubted: null };
const HALF_A_COUNTRY_M = 500_000;

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  test('is the same both ways, nothing to itself and never more than half round the Earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceM(a, b)).toBeCloseTo(distanceM(b, a), 3);
        expect(distanceM(a, a)).toBe(0);
        expect(distanceM(a, b)).toBeLessThanOrEqual(20_015_100);
      }),
    );
  });

  test('is 111 km for a degree of latitude, and short across the date line', () => {
    expect(distanceM({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBeCloseTo(111_195, -1);
    expect(distanceM({ latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 })).toBeLessThan(
      2_300,
    );
  });
});

describe('when a fix was measured', () => {
  const instant = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });

  test('is never after it came in, whatever the device’s clock says', () => {
    fc.assert(
      fc.property(instant, fc.option(instant), instant, (fixedAt, sentAt, receivedAt) => {
        expect(measuredAtOf(fixedAt, sentAt, receivedAt) <= receivedAt).toBe(true);
      }),
    );
  });

  test('is right for a clock that is wrong by years, when the device says its own time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3e11, max: 3e11 }), fc.nat(600_000), (skewMs, ageMs) => {
        fc.pre(Math.abs(skewMs) > 2_000);
        const receivedAt = at(0);
        const sentAt = new Date(receivedAt.getTime() + skewMs);
        const fixedAt = new Date(sentAt.getTime() - ageMs);
        expect(receivedAt.getTime() - measuredAtOf(fixedAt, sentAt, receivedAt).getTime()).toBe(ageMs);
      }),
    );
  });

  test('is as the device says when its clock is right', () => {
    expect(measuredAtOf(at(10), at(11), at(12))).toEqual(at(10));
    expect(measuredAtOf(at(10), null, at(3_000))).toEqual(at(10));
  });
});

describe('what is believed', () => {
  /** Somebody who moves at up to 40 m/s, a fix every five seconds. */
  const journey = fc
    .array(fc.double({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 40 })
    .map((steps) => {
      let northM = 0;
      return steps.map((step, index) => {
        northM += step;
        return fixAt(northM, index * 5);
      });
    });

  test('is every fix of somebody who moves as people do, in whatever order they come', () => {
    fc.assert(
      fc.property(
        journey.chain((fixes) => fc.shuffledSubarray(fixes, { minLength: fixes.length })),
        (fixes) => {
          const { judged, believed } = judgeFixes(fixes, NOBODY, RAISED);
          expect(judged.every(({ doubt }) => doubt === null)).toBe(true);
          const newestMs = Math.max(...fixes.map(({ measuredAt }) => measuredAt.getTime()));
          expect(believed?.measuredAt.getTime()).toBe(newestMs);
        },
      ),
    );
  });

  test('is not one that is 500 km off after five seconds, and the journey goes on as if it had not been', () => {
    fc.assert(
      fc.property(journey, fc.nat(38), (fixes, index) => {
        fc.pre(index > 0 && index < fixes.length - 1);
        const wrong = fixAt(HALF_A_COUNTRY_M, index * 5);
        const { judged } = judgeFixes(fixes.toSpliced(index, 1, wrong), NOBODY, RAISED);
        expect(judged.filter(({ doubt }) => doubt !== null).map(({ fix }) => fix)).toEqual([wrong]);
      }),
    );
  });

  test('is one that is 500 km off when the next agrees with it', () => {
    const { judged, believed } = judgeFixes(
      [fixAt(0, 0), fixAt(HALF_A_COUNTRY_M, 5), fixAt(HALF_A_COUNTRY_M + 20, 10)],
      NOBODY,
      RAISED,
    );
    expect(judged.map(({ doubt }) => doubt)).toEqual([null, 'jump', null]);
    expect(believed?.measuredAt).toEqual(at(10));
  });

  test('is not one that says the same again in the same moment', () => {
    const { judged } = judgeFixes(
      [fixAt(0, 0), fixAt(HALF_A_COUNTRY_M, 5), fixAt(HALF_A_COUNTRY_M, 5.4)],
      NOBODY,
      RAISED,
    );
    expect(judged.map(({ doubt }) => doubt)).toEqual([null, 'jump', 'jump']);
  });

  test('is not what was measured long before the press', () => {
    const { judged, believed } = judgeFixes([fixAt(0, -365 * 86_400), fixAt(0, -60)], NOBODY, RAISED);
    expect(judged.map(({ doubt }) => doubt)).toEqual(['old', null]);
    expect(believed?.measuredAt).toEqual(at(-60));
  });

  test('a fix of a whole town agrees with its middle, one of a continent with nothing far away', () => {
    expect(isReachable(fixAt(0, 0), fixAt(4_000, 1, 4_500))).toBe(true);
    expect(isReachable(fixAt(0, 0), fixAt(HALF_A_COUNTRY_M, 1, 50_000_000))).toBe(false);
  });
});

describe('which device counts', () => {
  const leader = { device: 'phone', heardAt: at(0), pauseReason: null };

  test.each([
    ['the first that is heard of', 'laptop', null, 0, true],
    ['the one that does already', 'phone', leader, 5, true],
    ['no other while that one is heard of', 'laptop', leader, 5, false],
    [
      'another when that one has said that it stops',
      'laptop',
      { ...leader, pauseReason: 'hidden' as const },
      5,
      true,
    ],
    ['another when that one gave no name', 'laptop', { ...leader, device: null }, 5, true],
    ['another when that one went quiet', 'laptop', leader, TAKE_OVER_AFTER_MS / 1_000 + 1, true],
  ])('%s', (_name, device, present, seconds, expected) => {
    expect(mayLead(device, present, at(seconds))).toBe(expected);
  });
});

test('a position is paused when the device says so or misses its turn, and live before', () => {
  expect(positionState(at(0), null, at(PAUSED_AFTER_MS / 1_000))).toBe('live');
  expect(positionState(at(0), null, at(PAUSED_AFTER_MS / 1_000 + 1))).toBe('paused');
  expect(positionState(at(0), 'hidden', at(0))).toBe('paused');
});

describe('how often a fix is sent', () => {
  const device = (northM: number, more: Partial<DeviceFix> = {}): DeviceFix => ({
    ...fixAt(northM, 0),
    accuracy: 10,
    speed: null,
    ...more,
  });

  test('at once at first, every 5 s in motion, every 20 s at rest', () => {
    expect(sendIntervalMs(undefined, device(0))).toBe(0);
    expect(sendIntervalMs(device(0), device(50))).toBe(5_000);
    expect(sendIntervalMs(device(0), device(0, { speed: 3 }))).toBe(5_000);
    expect(sendIntervalMs(device(0), device(3))).toBe(20_000);
    expect(sendIntervalMs(device(0), device(0, { speed: 0 }))).toBe(20_000);
  });

  test('somebody at rest is at rest however much the receiver errs within its own accuracy', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 2_000 }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (accuracy, share) => {
          const wander = device(share * accuracy * 0.99, { accuracy });
          expect(sendIntervalMs(device(0, { accuracy }), wander)).toBe(20_000);
        },
      ),
    );
  });
});

test('what waits to be sent is bounded, holds the newest, and nothing twice', () => {
  const fixes = fc.array(
    fc.nat(30).map((n) => ({ fixedAt: `${n}` })),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(fixes, fc.integer({ min: 1, max: 20 }), (arriving, limit) => {
      let waiting: { fixedAt: string }[] = [];
      for (const fix of arriving) {
        waiting = queueFix(waiting, fix, limit);
        expect(waiting.at(-1)).toBe(fix);
      }
      expect(waiting.length).toBeLessThanOrEqual(limit);
      expect(new Set(waiting.map(({ fixedAt }) => fixedAt)).size).toBe(waiting.length);
    }),
  );
});
