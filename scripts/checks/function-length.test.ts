import { expect, test } from 'vitest';
import { checkFunctionLength } from './function-length.ts';

/** The head, the lines of the body, and the end. */
const functionOf = (head: string, lines: number) => `${head} {\n${'  call();\n'.repeat(lines - 2)}}`;
const problemsIn = (path: string, text: string) => checkFunctionLength([{ path, text }]).problems;

test.each([
  'export function raise()',
  'export async function raise()',
  'export default function ()',
  'const raise = () =>',
  'const raise = async function ()',
  'const raise = useCallback(() =>',
  'class Press { raise()',
  'const press = { raise()',
])('%s may have 70 lines and not 71', (head) => {
  const end = head.includes('useCallback') ? ')' : /^class|= \{/.test(head) ? '}' : '';
  expect(problemsIn('lib/panic/core/model.ts', functionOf(head, 70) + end)).toEqual([]);
  expect(problemsIn('lib/panic/core/model.ts', `\n${functionOf(head, 71)}${end}`)).toEqual([
    'lib/panic/core/model.ts:2: a function of 71 lines, at most 70',
  ]);
});

test('a long function within another is found by itself', () => {
  const inner = functionOf('const inner = () =>', 71);
  expect(problemsIn('components/a.tsx', `function outer() {\n${inner}\n}`)).toHaveLength(2);
});

test.each(['lib/panic/core/model.test.ts', 'components/a.test.tsx', 'e2e/board.spec.ts'])(
  'the tests of %s may be longer',
  (path) => {
    expect(problemsIn(path, functionOf('describe("all", () =>', 200))).toEqual([]);
  },
);
