import type { z } from 'zod';
import { typedWords } from '#lib/platform/typed-text.ts';

export const COLUMNS = ['name', 'surname', 'mobile'] as const;
export type Column = (typeof COLUMNS)[number];

/** Rate of an import: rows per round (one second apart) and concurrency. AURA's limits are unknown. */
export function paceOf(isLive: boolean): { rows: number; ms: number; atOnce: number } {
  return { rows: isLive ? 10 : 10_000, ms: 2_000, atOnce: isLive ? 5 : 16 };
}

const LINE_END = /\r\n|\n|\r/;
/** Excel's `sep=;` line, which other programs do not treat as a row. */
const SEPARATOR_HINT = /^\uFEFF?sep=([^\r\n])(?:\r\n|\n|\r)/i;

export function linesOf(text: string): number {
  return text.split(LINE_END).length;
}

/** The text without a `sep=` line, and the delimiter. */
export function layoutOf(whole: string): { text: string; delimiter: string } {
  const hint = SEPARATOR_HINT.exec(whole);
  const text = hint ? whole.slice(hint[0].length) : whole;
  return { text, delimiter: hint?.[1] ?? delimiterOf(text.split(LINE_END, 1)[0] ?? '') };
}

/** Whether a multi-line cell contains complete rows, which means that a quote was closed in another row. */
export function swallowsRows(cell: string, delimiter: string, width: number): boolean {
  const lines = cell.split(LINE_END);
  return width > 1 && lines.length > 1 && lines.some((line) => line.split(delimiter).length >= width);
}

/** Detects non-CSV uploads by their first bytes; null for possible UTF-8 text. */
export function kindOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'an Excel file' | 'a PDF' | null {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe)) return 'utf-16le';
  if (starts(0xfe, 0xff)) return 'utf-16be';
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return 'an Excel file';
  return starts(0x25, 0x50, 0x44, 0x46) ? 'a PDF' : null;
}

/** Strips the apostrophe by which spreadsheets (and our exports) mark a number as text. */
export function cellOf(column: Column, text: string): string {
  return column === 'mobile' ? text.trim().replace(/^['’](?=[+\d(])/, '') : text;
}

/** Formula injection check; a mobile may start with a plus sign. */
export function isFormula(column: Column, text: string): boolean {
  if (column === 'mobile' && /^\+\d/.test(text)) return false;
  return /^[=+\-@\t\r]/.test(text);
}

/** Column index of each field; null with the missing or repeated ones. */
export function readHeader(
  cells: readonly string[],
): { ok: true; places: Record<Column, number>; ignored: string[] } | { ok: false; problem: string } {
  const names = cells.map((cell) => typedWords(cell).toLowerCase());
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

/** The candidate delimiter that occurs most often in the header. */
export function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** A long number in a spreadsheet's scientific notation. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d+$/i;

/** The first validation problem of a row, in column order. */
export function firstIssue(
  error: z.ZodError,
  facts: Readonly<Record<string, string>>,
): { column: Column; reason: string } {
  const [issue] = error.issues;
  const column = COLUMNS.find((each) => each === issue?.path[0]) ?? 'name';
  if (column === 'mobile' && SHORTENED.test(facts.mobile ?? ''))
    return { column, reason: 'The spreadsheet shortened this number: format the column as text' };
  return { column, reason: issue?.message ?? 'Cannot be used' };
}
