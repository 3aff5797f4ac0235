/** The byte order mark: some spreadsheets do not detect UTF-8 otherwise. */
export const CSV_START = '\uFEFF';

// Beginnings of a formula in spreadsheets (CSV injection), also full-width and after blanks.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** One line of CSV (RFC 4180: quoted, CRLF). An apostrophe keeps formulas from being executed. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
