import 'server-only';
import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { customerDetails } from '#lib/customers/registration/schema.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { COLUMNS, type Column, delimiterOf, firstIssue, isFormula, readHeader } from './model.ts';
import { MOST_ROWS } from './schema.ts';

const ROWS_AT_A_TIME = 200;
const CHUNK_CHARACTERS = 65_536;
const personInFile = customerDetails.pick({ name: true, surname: true, mobile: true });

export type GoodRow = { row: number; name: string; surname: string; mobile: string };
export type BadRow = { row: number; column: string; value: string; reason: string };
export type ReadFile = { good: GoodRow[]; bad: BadRow[]; ignoredColumns: string[] };

type FileCode = 'import.not_text' | 'import.bad_file';

/**
 * Reads a file of customers. A file that cannot be read as a whole is refused with the row and, where it is
 * known, the column; a row that cannot be used is told apart, and the others are good.
 */
export async function readFile(bytes: Uint8Array): Promise<Result<ReadFile, FileCode>> {
  const text = decode(bytes);
  if (!text.ok) return text;
  try {
    return await readRows(text.value);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const words =
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is opened and never closed' : 'the quotes do not fit';
    return refuse('import.bad_file', { file: `Line ${Number(error.lines) || '?'}: ${words}` });
  }
}

function decode(bytes: Uint8Array): Result<string, FileCode> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero === -1) return ok(text);
    return refuse('import.not_text', { file: placeOf(Buffer.from(text.slice(0, zero)).length, bytes) });
  } catch {
    return refuse('import.not_text', { file: placeOf(firstBadByte(bytes), bytes) });
  }
}

/** How many bytes are good UTF-8 from the start, by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // With `stream`, a letter that the cut divides counts as good.
    const isGood = isText(bytes.subarray(0, middle));
    if (isGood) good = middle;
    else bad = middle;
  }
  return good;
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOf(position: number, bytes: Uint8Array): string {
  const before = Buffer.from(bytes.subarray(0, position)).toString('latin1');
  const row = before.split('\n').length;
  const header = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1').split('\n', 1)[0] ?? '';
  const sign = delimiterOf(header);
  const column = before
    .slice(before.lastIndexOf('\n') + 1)
    .split(sign)
    .length.toString();
  return `Row ${row}, column ${column}: this is not UTF-8 text`;
}

async function readRows(text: string): Promise<Result<ReadFile, FileCode>> {
  const parser = Readable.from(chunksOf(text)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text.split('\n', 1)[0] ?? ''),
      relax_column_count: true,
      max_record_size: 10_000,
    }),
  );
  const found: ReadFile = { good: [], bad: [], ignoredColumns: [] };
  const firstRowOf = new Map<string, number>();
  let places: Record<Column, number> | null = null;
  let row = 0;
  for await (const cells of parser) {
    row += 1;
    if (row % ROWS_AT_A_TIME === 0) await breathe();
    if (row > MOST_ROWS + 1)
      return refuse('import.bad_file', { file: `Row ${row}: at most ${MOST_ROWS} customers at once` });
    if (places === null) {
      const header = readHeader(cells);
      if (!header.ok) return refuse('import.bad_file', { file: header.problem });
      places = header.places;
      found.ignoredColumns = header.ignored;
      continue;
    }
    readRow(row, cells, places, found, firstRowOf);
  }
  if (found.good.length + found.bad.length === 0)
    return refuse('import.bad_file', { file: 'There is no row with a customer' });
  return ok(found);
}

function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) yield text.slice(at, at + CHUNK_CHARACTERS);
}

function readRow(
  row: number,
  cells: readonly string[],
  places: Record<Column, number>,
  found: ReadFile,
  firstRowOf: Map<string, number>,
): void {
  if (cells.every((cell) => cell.trim() === '')) return;
  const facts = Object.fromEntries(COLUMNS.map((column) => [column, cells[places[column]] ?? '']));
  const bad = (column: Column, reason: string) =>
    found.bad.push({ row, column, value: (facts[column] ?? '').slice(0, 200), reason });
  const formula = COLUMNS.find((column) => isFormula(column, facts[column] ?? ''));
  if (formula) return void bad(formula, 'This begins like a formula of a spreadsheet');
  const person = personInFile.safeParse(facts);
  if (!person.success) {
    const { column, reason } = firstIssue(person.error);
    return void bad(column, reason);
  }
  const earlier = firstRowOf.get(person.data.mobile);
  if (earlier) return void bad('mobile', `Row ${earlier} has the same mobile`);
  firstRowOf.set(person.data.mobile, row);
  found.good.push({ row, ...person.data });
}
