import { z } from 'zod';
import { isZone, wallClockMs } from '#lib/platform/clock.ts';

// Days and minutes as an operator's clock shows them. Pure.

/** The IANA time zone of a filter's days, as the browser names it; UTC without scripts and for what is none. */
export const zoneField = z.string().max(100).refine(isZone).catch('UTC').default('UTC');

/** The instant at which a clock in the zone shows `2026-11-23T16:03`; one that is skipped counts as what follows it. */
export function instantIn(local: string, zone: string): Date {
  const shown = Date.parse(`${local}Z`);
  const first = shown - (wallClockMs(shown, zone) - shown);
  return new Date(shown - (wallClockMs(first, zone) - first));
}

/** The beginning of a day in the zone. */
export function startOfDay(day: string, zone: string): Date {
  return instantIn(`${day}T00:00`, zone);
}

/** The beginning of the day after it. */
export function endOfDay(day: string, zone: string): Date {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return startOfDay(next, zone);
}

/** The day in the zone, as `2026-11-23`. */
export function dayIn(at: Date, zone: string): string {
  return new Date(wallClockMs(at.getTime(), zone)).toISOString().slice(0, 10);
}
