import { z } from 'zod';

// Days and minutes as an operator's clock shows them. Pure.

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for what is no IANA time zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      ...{ timeZone: zone, hourCycle: 'h23', era: 'short' },
      ...{
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      },
    });
    formats.set(zone, format);
  }
  return format;
}

function isZone(text: string): boolean {
  try {
    formatOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The IANA time zone of a filter's days, as the browser names it; UTC without scripts and for what is none. */
export const zoneField = z.string().max(100).refine(isZone).catch('UTC').default('UTC');

/** What a clock in the zone shows, as if it were UTC. */
function wallClockMs(ms: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

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
