/** Marks the text as UTF-8 for spreadsheets that would guess otherwise. */
export const CSV_START = '\uFEFF';

// What a spreadsheet takes for the beginning of a formula, also in full width and behind blanks.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/**
 * One line of a CSV file (RFC 4180: quoted, CRLF). A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, which makes it a text there.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
