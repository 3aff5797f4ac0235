const IN_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-23 16:03:22` in a time zone, locale-independent. */
export function instantText(at: string, zone: string): string {
  // Fast path for long pages.
  if (zone === 'UTC' && IN_UTC.test(at)) return `${at.slice(0, 10)} ${at.slice(11, 19)}`;
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  const part = new Map(format.formatToParts(Date.parse(at)).map(({ type, value }) => [type, value]));
  const parts = (...types: Intl.DateTimeFormatPartTypes[]) => types.map((type) => part.get(type) ?? '');
  return `${parts('year', 'month', 'day').join('-')} ${parts('hour', 'minute', 'second').join(':')}`;
}
