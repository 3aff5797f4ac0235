import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file.ts';

const LINE_ENDS = ['\r\n', '\n', '\r'];
const people = Array.from({ length: 400 }, (_, at) => ({
  name: 'Thandi',
  surname: 'Nkosi',
  mobile: `082 123 ${String(4_000 + at)}`,
}));
const mobileOf = (at: number) => `+2782123${4_000 + at}`;

async function read(text: string | Uint8Array) {
  const outcome = await readFile(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (!outcome.ok) return { problem: outcome.fields?.file ?? outcome.code, good: [], bad: [] };
  return { problem: null, good: outcome.value.good.map(({ mobile }) => mobile), bad: outcome.value.bad };
}

function fileOf(rows: readonly string[], endOf: (at: number) => string): string {
  return rows.map((row, at) => row + endOf(at)).join('');
}

const header = (sign: string) => ['name', 'surname', 'mobile'].join(sign);
const rowOf = (person: (typeof people)[number], sign: string) => Object.values(person).join(sign);

describe('every line end, mixed too', () => {
  test.each(LINE_ENDS.flatMap((first) => LINE_ENDS.map((rest) => [first, rest])))(
    'a header that ends in %j and 400 rows in %j',
    async (first, rest) => {
      const rows = [header(','), ...people.map((person) => rowOf(person, ','))];
      const { problem, good, bad } = await read(fileOf(rows, (at) => (at === 0 ? first : rest)));
      expect({ problem, good: good.length, bad }).toEqual({ problem: null, good: 400, bad: [] });
    },
  );

  test('any mixture, with any separator, quotes, hint and last line, reads everybody', async () => {
    const shape = fc.record({
      ends: fc.array(fc.constantFrom(...LINE_ENDS), { minLength: 12, maxLength: 12 }),
      sign: fc.constantFrom(',', ';', '\t', '|'),
      start: fc.constantFrom('', '\uFEFF'),
      quoted: fc.boolean(),
      hasHint: fc.boolean(),
      hasLastEnd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, async ({ ends, sign, start, quoted, hasHint, hasLastEnd }) => {
        const some = people.slice(0, 11);
        const quote = (text: string) =>
          quoted
            ? text
                .split(sign)
                .map((cell) => `"${cell}"`)
                .join(sign)
            : text;
        const rows = [header(sign), ...some.map((person) => rowOf(person, sign))].map(quote);
        const hint = hasHint || sign === '|' ? `sep=${sign}${ends[0]}` : '';
        const text = start + hint + fileOf(rows, (at) => (at < 11 || hasLastEnd ? (ends[at] ?? '\n') : ''));
        // A lone \r before a row that begins with \n cannot be made here: rows begin with letters or quotes.
        const { problem, good } = await read(text);
        expect({ problem, good }).toEqual({ problem: null, good: some.map((_, at) => mobileOf(at)) });
      }),
    );
  });
});

describe('people do not vanish', () => {
  test.each([65_534, 65_535, 65_536])(
    'a line end %d characters into the file, where it may be cut in two, is one',
    async (at) => {
      const row = (person: (typeof people)[number] | undefined, note = '') =>
        `${Object.values(person ?? {}).join()},${note}`;
      const many = people.slice(0, 7).map((person) => `${row(person, 'x'.repeat(9_000))}\r\n`);
      const start = `name,surname,mobile,note\r\n${many.join('')}${row(people[7])}`;
      const text = `${start}${'x'.repeat(at - start.length)}\r\n${row(people[8])}\r\n`;
      const { problem, good, bad } = await read(text);
      expect({ problem, good: good.length, bad }).toEqual({ problem: null, good: 9, bad: [] });
    },
  );

  test('a quote that swallows rows stops the import and names the row', async () => {
    const rows = [
      header(','),
      'Thandi,Nkosi,0821234001',
      '"Bob,Khumalo,0821234002',
      'Zinhle,Dube,0821234003',
      'Anna,"Smith",0821234004',
    ];
    const { problem, good } = await read(rows.join('\n'));
    expect(problem).toMatch(/^(Row|Line) \d+: .*quote/);
    expect(good).toEqual([]);
  });

  test('a quoted cell of several lines in a column of its own is one cell', async () => {
    const { problem, good } = await read(
      'name,surname,mobile,note\nThandi,Nkosi,0821234000,"first\nsecond"\nAnna,Smith,0821234001,\n',
    );
    expect({ problem, good }).toEqual({ problem: null, good: [mobileOf(0), mobileOf(1)] });
  });

  test('a row with more cells than the header is reported, not shifted', async () => {
    const { good, bad } = await read(
      'name,surname,mobile\nThandi,Nkosi, Jr,0821234000\nAnna,Smith,0821234001\n',
    );
    expect(good).toEqual([mobileOf(1)]);
    expect(bad).toMatchObject([{ row: 2, reason: expect.stringContaining('more cells') }]);
  });

  test('empty lines anywhere are no rows', async () => {
    const { problem, good } = await read(
      'name,surname,mobile\n\nThandi,Nkosi,0821234000\r\n\r\n\nAnna,Smith,0821234001\n\n',
    );
    expect({ problem, good }).toEqual({ problem: null, good: [mobileOf(0), mobileOf(1)] });
  });
});

describe('what spreadsheets make', () => {
  test('UTF-16 with its mark is read', async () => {
    const text = '\uFEFFname\tsurname\tmobile\r\nThandi\tNkosi\t0821234000\r\n';
    const { good } = await read(Buffer.from(text, 'utf16le'));
    expect(good).toEqual([mobileOf(0)]);
  });

  test.each([
    ['an Excel workbook', Buffer.from('PK\u0003\u0004 and more'), 'an Excel file'],
    ['an older workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'an Excel file'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'a PDF'],
    ['Latin-1', Buffer.from('name,surname,mobile\nZo\xeb,Nkosi,0821234000\n', 'latin1'), 'Row 2, column 1'],
  ])('%s is refused, and the refusal names the cause', async (_what, bytes, cause) => {
    expect((await read(bytes)).problem).toContain(cause);
  });

  test('scientific notation is reported, a leading apostrophe is removed', async () => {
    const { good, bad } = await read(
      "name,surname,mobile\nThandi,Nkosi,2.78212E+10\nAnna,Smith,'+27821234001\n",
    );
    expect(good).toEqual([mobileOf(1)]);
    expect(bad).toMatchObject([{ row: 2, column: 'mobile', reason: expect.stringContaining('shortened') }]);
  });
});
