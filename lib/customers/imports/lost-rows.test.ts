import { expect, test, vi } from 'vitest';
import { readFile } from './read-file.ts';

// A parser that takes the line end of the first row for that of all, as some do: it loses rows without a word.
vi.mock('csv-parse', async (original) => {
  const library = await original<typeof import('csv-parse')>();
  return {
    ...library,
    parse: (options: object) => library.parse({ ...options, record_delimiter: ['\r\n'] }),
  };
});

const people = Array.from({ length: 400 }, (_, at) => `Thandi,Nkosi,082 123 ${4_000 + at}`);
const read = (text: string) => readFile(new TextEncoder().encode(text));

test.each(['\n', '\r'])('rows that are lost stop the import, which says how many (%j)', async (end) => {
  const file = `name,surname,mobile\r\n${people.join(end)}${end}`;
  expect(await read(file)).toEqual({
    ok: false,
    code: 'import.bad_file',
    fields: { file: '2 rows were read from 401 lines: the line ends or the quotes do not fit' },
  });
});
