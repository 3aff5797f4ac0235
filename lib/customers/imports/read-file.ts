import 'server-only';
import { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { customerDetails } from '#lib/customers/registration/schema.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { typedWords } from '#lib/platform/typed-text.ts';
import {
  COLUMNS,
  type Column,
  cellOf,
  delimiterOf,
  firstIssue,
  isFormula,
  kindOf,
  layoutOf,
  linesOf,
  readHeader,
  swallowsRows,
} from './model.ts';
import { MOST_ROWS } from './schema.ts';

const ROWS_AT_A_TIME = 200;
const MORE_CELLS =
  'This row has more cells than the first row: put a text that holds the separator in quotes';
const CHUNK_CHARACTERS = 65_536;
const personInFile = customerDetails.pick({ name: true, surname: true, mobile: true });

export type GoodRow = { row: number; name: string; surname: string; mobile: string };
export type BadRow = { row: number; column: string; value: string; reason: string };
export type ReadFile = { good: GoodRow[]; bad: BadRow[]; ignoredColumns: string[] };

type FileCode = 'import.not_text' | 'import.bad_file';

/** Parses a customer file. Malformed files are refused with row and column, invalid rows one by one. */
export async function readFile(bytes: Uint8Array): Promise<Result<ReadFile, FileCode>> {
  const text = decode(bytes);
  if (!text.ok) return text;
  try {
    return await readRows(text.value);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse('import.bad_file', { file: `Line ${Number(error.lines) || '?'}: ${causeOf(error)}` });
  }
}

function causeOf({ code }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  return code === 'CSV_MAX_RECORD_SIZE'
    ? 'this row is longer than 10,000 characters'
    : 'the quotes do not fit';
}

function decode(bytes: Uint8Array): Result<string, FileCode> {
  const kind = kindOf(bytes);
  if (kind === 'utf-16le' || kind === 'utf-16be') return ok(new TextDecoder(kind).decode(bytes));
  if (kind !== null) return refuse('import.not_text', { file: `This is ${kind}: save it as CSV UTF-8` });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero === -1) return ok(text);
    return refuse('import.not_text', { file: placeOf(Buffer.from(text.slice(0, zero)).length, bytes) });
  } catch {
    return refuse('import.not_text', { file: placeOf(firstBadByte(bytes), bytes) });
  }
}

/** Offset of the first invalid UTF-8 byte, by binary search. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // With `stream`, a character split by the cut is valid.
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

async function readRows(whole: string): Promise<Result<ReadFile, FileCode>> {
  const { text, delimiter } = layoutOf(whole);
  // Line ends in quotes belong to a cell; all others end a row. The sum is checked at the end.
  let quotedLineEnds = 0;
  const parser = Readable.from(chunksOf(text)).pipe(
    parse({
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: 10_000,
      cast: (cell, { quoting }) => {
        if (quoting) quotedLineEnds += linesOf(cell) - 1;
        return cell;
      },
    }),
  );
  const found: ReadFile = { good: [], bad: [], ignoredColumns: [] };
  const firstRowOf = new Map<string, number>();
  let places: Record<Column, number> | null = null;
  let width = 0;
  let row = 0;
  for await (const cells of parser) {
    row += 1;
    const swallowed = cells.find((cell: string) => swallowsRows(cell, delimiter, width));
    if (swallowed)
      return refuse('import.bad_file', {
        file: `Row ${row}: a quote is opened in one row and closed in another`,
      });
    if (row % ROWS_AT_A_TIME === 0) await breathe();
    if (row > MOST_ROWS + 1)
      return refuse('import.bad_file', { file: `Row ${row}: at most ${MOST_ROWS} customers at once` });
    if (places === null) {
      const header = readHeader(cells);
      if (!header.ok) return refuse('import.bad_file', { file: header.problem });
      places = header.places;
      width = cells.length;
      found.ignoredColumns = header.ignored;
      continue;
    }
    if (cells.slice(width).some((cell: string) => cell.trim() !== ''))
      found.bad.push({ row, column: 'name', value: cells.join(delimiter).slice(0, 200), reason: MORE_CELLS });
    else readRow(row, cells, places, found, firstRowOf);
  }
  const lines = linesOf(text.replace(/\r\n$|[\r\n]$/, ''));
  if (row > 0 && row + quotedLineEnds !== lines)
    return refuse('import.bad_file', {
      file: `${row} rows were read from ${lines} lines: the line ends or the quotes do not fit`,
    });
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
  const facts = Object.fromEntries(
    COLUMNS.map((column) => [column, cellOf(column, cells[places[column]] ?? '')]),
  );
  const bad = (column: Column, reason: string) =>
    found.bad.push({ row, column, value: (facts[column] ?? '').slice(0, 200), reason });
  const formula = COLUMNS.find((column) => isFormula(column, facts[column] ?? ''));
  if (formula) return void bad(formula, 'This begins like a formula of a spreadsheet');
  // Required here: in a file an empty surname is more likely a mistake than a single name.
  if (typedWords(facts.surname ?? '') === '')
    return void bad('surname', 'Type their surname; for somebody with one name, that name again');
  const person = personInFile.safeParse(facts);
  if (!person.success) {
    const { column, reason } = firstIssue(person.error, facts);
    return void bad(column, reason);
  }
  const earlier = firstRowOf.get(person.data.mobile);
  if (earlier) return void bad('mobile', `Row ${earlier} has the same mobile`);
  firstRowOf.set(person.data.mobile, row);
  found.good.push({ row, ...person.data });
}
