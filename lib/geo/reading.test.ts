import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plausibleTime, readBrowserPosition, readInstant, readSentFix } from '#lib/geo/reading.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const ARRIVED = { atMs: NOW, maximumAgeMs: 30_000 };
const HERE = { latitude: -26.1, longitude: 28.05, accuracy: 12 };

const read = (coords: unknown, timestamp: unknown = NOW) =>
  readBrowserPosition({ coords, timestamp }, ARRIVED);

describe('what a browser says of a position', () => {
  it.each([
    ['is as it says', NOW - 10_000, NOW - 10_000],
    ['in seconds since 2001 is that of its arrival', (NOW - Date.UTC(2001)) / 1_000, NOW],
    ['in seconds since 1970 is that of its arrival', NOW / 1_000, NOW],
    ['in microseconds is that of its arrival', NOW * 1_000, NOW],
    ['of 31 years ago is that of its arrival', NOW - 31 * 365 * 86_400_000, NOW],
    ['older than asked for is that of its arrival', NOW - 30_001, NOW],
    ['to come is that of its arrival', NOW + 60_000, NOW],
    ['that is no number is that of its arrival', 'yesterday', NOW],
    ['that is NaN is that of its arrival', Number.NaN, NOW],
  ])('a time %s', (_what, timestamp, measuredAtMs) => {
    expect(read(HERE, timestamp)).toMatchObject({ ...HERE, measuredAtMs });
  });

  it.each([-1, 0, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, 'far', {}, 1e12])(
    'an accuracy of %s is not known',
    (accuracy) => {
      expect(read({ ...HERE, accuracy })).toMatchObject({ latitude: -26.1, accuracy: null });
    },
  );

  it.each([Number.NaN, 91, -90.1, Number.POSITIVE_INFINITY, null, undefined, {}, [], true, ''])(
    'a latitude of %s is no place',
    (latitude) => {
      expect(read({ ...HERE, latitude })).toBeUndefined();
    },
  );

  it.each([Number.NaN, 180.1, -181, null, undefined])('a longitude of %s is no place', (longitude) => {
    expect(read({ ...HERE, longitude })).toBeUndefined();
  });

  it('is nothing where reading it throws', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(readBrowserPosition(hostile, ARRIVED)).toBeUndefined();
    expect(read(hostile)).toBeUndefined();
  });
});

const part = fc.oneof(
  fc.double(),
  fc.double({ min: -200, max: 200 }),
  fc.constantFrom('12.5', '-1', '', null, undefined, Number.NaN, NOW, NOW / 1_000),
  fc.anything(),
);
const anyCoords = fc.oneof(
  fc.anything(),
  fc.record({ latitude: part, longitude: part, accuracy: part, speed: part }, { requiredKeys: [] }),
);

function expectUsable(reading: { latitude: number; longitude: number; accuracy: number | null }): void {
  expect(Math.abs(reading.latitude)).toBeLessThanOrEqual(90);
  expect(Math.abs(reading.longitude)).toBeLessThanOrEqual(180);
  if (reading.accuracy !== null) expect(reading.accuracy).toBeGreaterThan(0);
}

test('anything is a place on Earth measured within the age that was asked for, or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ coords: anyCoords, timestamp: part })), (said) => {
      const reading = readBrowserPosition(said, ARRIVED);
      if (!reading) return;
      expectUsable(reading);
      expect(reading.measuredAtMs).toBeLessThanOrEqual(NOW);
      expect(reading.measuredAtMs).toBeGreaterThanOrEqual(NOW - ARRIVED.maximumAgeMs);
      expect(reading.speed === null || (reading.speed >= 0 && Number.isFinite(reading.speed))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

describe('what a request brings', () => {
  it('names what was not usable and keeps the rest', () => {
    const dropped: string[] = [];
    const sent = { ...HERE, accuracy: -1, fixedAt: 'noon', source: 7 };
    expect(readSentFix(sent, (name) => dropped.push(name))).toMatchObject({ latitude: -26.1, fixedAt: null });
    expect(dropped).toEqual(['accuracy', 'position_time']);
  });

  test('anything is a place on Earth, or nothing and named', () => {
    fc.assert(
      fc.property(anyCoords, (said) => {
        const dropped: string[] = [];
        const fix = readSentFix(said, (name) => dropped.push(name));
        if (fix) expectUsable(fix);
        else expect(dropped).toEqual(['position']);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('plausibleTime', () => {
  const reference = new Date(NOW);
  it.each([
    ['keeps what is not too old', -60_000, -60_000],
    ['keeps what a clock of its own is a little ahead with', 60_000, 60_000],
    ['gives way when it is too old', -600_001, 0],
    ['gives way when it lies ahead', 3_600_000, 0],
  ])('%s', (_what, saidMs, isMs) => {
    const time = plausibleTime(new Date(NOW + saidMs), reference, 600_000);
    expect(time.getTime()).toBe(NOW + isMs);
  });

  it('is the reference where nothing is said', () => {
    expect(plausibleTime(null, reference, 600_000)).toBe(reference);
  });
});

test('an instant is within what a database holds, or none', () => {
  expect(readInstant('9999-12-31T23:59:59Z')).toEqual(new Date(Date.UTC(9000)));
  expect(readInstant('0001-01-01T00:00:00Z')).toEqual(new Date(0));
  for (const said of ['', 'now', '2026-13-01T00:00:00Z', '2026-11-23', 12, null, {}]) {
    expect(readInstant(said)).toBeNull();
  }
});
