import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayIn, endOfDay, instantIn, startOfDay, zoneField } from '#lib/platform/zone.ts';

const zones = fc.constantFrom(
  ...[
    'UTC',
    'Africa/Johannesburg',
    'Africa/Lagos',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'America/St_Johns',
  ],
  ...['Europe/London', 'Australia/Lord_Howe', 'America/Santiago'],
);
const instants = fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
const HOUR_MS = 3_600_000;

it('a day holds the instants that a clock of the zone shows on it, and no other', () => {
  fc.assert(
    fc.property(zones, instants, (zone, at) => {
      const day = dayIn(at, zone);
      const [start, end] = [startOfDay(day, zone), endOfDay(day, zone)];
      expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(end.getTime()).toBeGreaterThan(at.getTime());
      const hours = (end.getTime() - start.getTime()) / HOUR_MS;
      expect(hours).toBeGreaterThanOrEqual(23);
      expect(hours).toBeLessThanOrEqual(25);
    }),
  );
});

it.each([
  ['2026-11-23T16:03', 'Africa/Johannesburg', '2026-11-23T14:03:00.000Z'],
  ['2026-07-01T00:00', 'Europe/London', '2026-06-30T23:00:00.000Z'],
  ['2026-12-01T00:00', 'Europe/London', '2026-12-01T00:00:00.000Z'],
  ['2026-11-23T16:03', 'Asia/Kathmandu', '2026-11-23T10:18:00.000Z'],
])('%s in %s', (local, zone, instant) => {
  expect(instantIn(local, zone).toISOString()).toBe(instant);
});

it.each(['', 'Mars/Base', '../../etc', "UTC'; drop", 'x'.repeat(200), undefined, 7])('%s is UTC', (text) => {
  expect(zoneField.parse(text)).toBe('UTC');
});
