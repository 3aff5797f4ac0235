import type { z } from 'zod';

export const COLUMNS = ['name', 'surname', 'mobile'] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * How much is sent in one round of the worker, which then rests a second, and how many rows side by side. AURA's
 * limits are not known.
 */
export function paceOf(isLive: boolean): { rows: number; ms: number; atOnce: number } {
  return { rows: isLive ? 10 : 10_000, ms: 2_000, atOnce: isLive ? 5 : 16 };
}

/** A cell that a spreadsheet would run. A mobile may begin with a plus sign, and with nothing else of the kind. */
export function isFormula(column: Column, text: string): boolean {
  if (column === 'mobile' && /^\+\d/.test(text)) return false;
  return /^[=+\-@\t\r]/.test(text);
}

/** Which cell of a row holds which fact; null with what is missing or there twice. */
export function readHeader(
  cells: readonly string[],
): { ok: true; places: Record<Column, number>; ignored: string[] } | { ok: false; problem: string } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) return { ok: false, problem: `Row 1: there is no column ${missing.join(', ')}` };
  const twice = COLUMNS.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) return { ok: false, problem: `Row 1: the column ${twice} is there twice` };
  const places = {
    name: names.indexOf('name'),
    surname: names.indexOf('surname'),
    mobile: names.indexOf('mobile'),
  };
  const ignored = cells.map((cell) => cell.trim()).filter((_, at) => !Object.values(places).includes(at));
  return { ok: true, places, ignored: ignored.filter(Boolean) };
}

/** The sign between cells: the one of these that the header has most of. */
export function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** The first thing that is wrong with a row's facts, by its column. */
export function firstIssue(error: z.ZodError): { column: Column; reason: string } {
  const [issue] = error.issues;
  const column = COLUMNS.find((each) => each === issue?.path[0]) ?? 'name';
  return { column, reason: issue?.message ?? 'Cannot be used' };
}
