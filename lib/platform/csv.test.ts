import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '#lib/platform/csv.ts';

/** Parses one line. */
function read(line: string): string[] {
  const fields = [...line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return fields.map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

describe('a line', () => {
  test('comes back as it was, but for the apostrophe before a formula', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, (values) => {
        expect(
          read(csvLine(values)).map((value, i) => (value === values[i] ? value : value.replace(/^'/, ''))),
        ).toEqual(values);
      }),
    );
  });

  test('never holds a field that a spreadsheet would run', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '  @', '\uFF1D');
    fc.assert(
      fc.property(sign, fc.string(), (begin, rest) => {
        expect(read(csvLine([begin + rest]))[0]?.startsWith("'")).toBe(true);
      }),
    );
  });

  test('keeps numbers as numbers and nothing as nothing', () => {
    expect(csvLine([-1.5, null, 'a"b'])).toBe('-1.5,,"a""b"\r\n');
  });
});
