import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SEEK_MS, type Sought, type SoughtFix, seekPosition } from '#components/panic/position-seeker.ts';

const START = Date.parse('2026-11-23T10:00:00Z');

class FakeGeolocation {
  cleared: number[] = [];
  private found: PositionCallback | undefined;
  private failed: PositionErrorCallback | null | undefined;

  watchPosition(found: PositionCallback, failed?: PositionErrorCallback | null): number {
    this.found = found;
    this.failed = failed;
    return 7;
  }

  clearWatch(id: number): void {
    this.cleared.push(id);
  }

  find(accuracy: number, ageMs = 0): void {
    const coords = {
      latitude: -26.1,
      longitude: 28.1,
      accuracy,
      altitude: null,
      altitudeAccuracy: null,
      heading: null,
      speed: null,
    };
    const timestamp = Date.now() - ageMs;
    this.found?.({ timestamp, coords: { ...coords, toJSON: () => coords }, toJSON: () => ({}) });
  }

  fail(code: number): void {
    this.failed?.({ code, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 });
  }
}

let device: FakeGeolocation;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  device = new FakeGeolocation();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whether it has settled by now, and on what. */
function watch(promise: Promise<Sought>) {
  const seen: { sought?: Sought } = {};
  void promise.then((sought) => {
    seen.sought = sought;
  });
  return seen;
}

describe('seekPosition', () => {
  it('gives a good fix that came during the hold at once', async () => {
    const seeker = seekPosition({ geolocation: device });
    await vi.advanceTimersByTimeAsync(800);
    device.find(12);
    await expect(seeker.settle()).resolves.toEqual({
      fix: {
        latitude: -26.1,
        longitude: 28.1,
        accuracy: 12,
        fixedAt: '2026-11-23T10:00:00.800Z',
        source: 'live',
      },
    });
  });

  it('stops using the receiver when it has settled', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.find(12);
    await seeker.settle();
    expect(device.cleared).toEqual([7]);
  });

  it('waits for a better fix than a coarse one, but no longer than five seconds from the first touch', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.find(900);
    await vi.advanceTimersByTimeAsync(4_500);
    const seen = watch(seeker.settle());
    await vi.advanceTimersByTimeAsync(SEEK_MS - 4_500 - 1);
    expect(seen.sought).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(seen.sought).toMatchObject({ fix: { accuracy: 900, source: 'live' } });
  });

  it('settles as soon as the better fix comes', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.find(900);
    const seen = watch(seeker.settle());
    await vi.advanceTimersByTimeAsync(1_000);
    device.find(20);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.sought).toMatchObject({ fix: { accuracy: 20 } });
  });

  it('keeps the most accurate fix when a worse one follows', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.find(60);
    device.find(4_000);
    const seen = watch(seeker.settle());
    await vi.advanceTimersByTimeAsync(SEEK_MS);
    expect(seen.sought).toMatchObject({ fix: { accuracy: 60 } });
  });

  it('prefers a live fix to an old one that was a little more accurate', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.find(60, 20_000);
    device.find(80);
    const seen = watch(seeker.settle());
    await vi.advanceTimersByTimeAsync(SEEK_MS);
    expect(seen.sought).toMatchObject({ fix: { accuracy: 80, source: 'live' } });
  });

  it.each([
    [0, 'live'],
    [1, 'recent'],
    [30_000, 'recent'],
    // Older than the browser was asked for: the stamp is wrong, and the time of arrival stands in for it.
    [30_001, 'live'],
    [31 * 365 * 86_400_000, 'live'],
    [-3_600_000, 'live'],
  ])('calls a fix that is stamped %i ms before the first touch by its age: %s', async (ageMs, source) => {
    const seeker = seekPosition({ geolocation: device });
    device.find(10, ageMs);
    await expect(seeker.settle()).resolves.toMatchObject({ fix: { source } });
  });

  it('does not wait after a denial', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.fail(1);
    await expect(seeker.settle()).resolves.toEqual({ problem: 'denied' });
  });

  it('keeps a fix although the device then fails', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.find(30);
    device.fail(1);
    await expect(seeker.settle()).resolves.toMatchObject({ fix: { accuracy: 30 } });
  });

  it('lets a receiver come up that was not available at first', async () => {
    const seeker = seekPosition({ geolocation: device });
    device.fail(2);
    const seen = watch(seeker.settle());
    await vi.advanceTimersByTimeAsync(2_000);
    device.find(15);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.sought).toMatchObject({ fix: { accuracy: 15 } });
  });

  it.each([
    ['nothing is heard, as when the question was never put', undefined, 'silent'],
    ['the device has no position', 2, 'unavailable'],
    ['the device gave up', 3, 'timeout'],
  ])('says why there is none when %s', async (_case, code, problem) => {
    const seeker = seekPosition({ geolocation: device });
    if (code !== undefined) device.fail(code);
    const seen = watch(seeker.settle());
    await vi.advanceTimersByTimeAsync(SEEK_MS);
    expect(seen.sought).toEqual({ problem });
  });

  const warm = (ageMs: number): SoughtFix => ({
    latitude: -26.2,
    longitude: 28.2,
    accuracy: 20,
    fixedAt: new Date(START - ageMs).toISOString(),
    source: 'live',
  });

  it('answers at once with a good fix of the last 30 seconds, as a recent one', async () => {
    const seeker = seekPosition({ geolocation: device, warm: warm(30_000) });
    await expect(seeker.settle()).resolves.toMatchObject({ fix: { latitude: -26.2, source: 'recent' } });
  });

  it('does not count an older one', async () => {
    const seeker = seekPosition({ geolocation: device, warm: warm(30_001) });
    device.fail(1);
    await expect(seeker.settle()).resolves.toEqual({ problem: 'denied' });
  });

  it('answers at once when the browser has no geolocation', async () => {
    vi.stubGlobal('navigator', {});
    await expect(seekPosition().settle()).resolves.toEqual({ problem: 'unavailable' });
    vi.unstubAllGlobals();
  });
});
