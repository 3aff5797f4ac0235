import { wallClockMs } from '#lib/platform/clock.ts';

const IN_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** `2026-11-23 16:03:22` in a time zone, locale-independent. */
export function instantText(at: string, zone: string): string {
  // Fast path for long pages.
  const shown =
    zone === 'UTC' && IN_UTC.test(at) ? at : new Date(wallClockMs(Date.parse(at), zone)).toISOString();
  return `${shown.slice(0, 10)} ${shown.slice(11, 19)}`;
}
