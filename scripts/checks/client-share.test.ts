import { expect, test } from 'vitest';
import { checkClientShare } from './client-share.ts';

const PAGE = { path: 'app/page.tsx', text: "import { Form } from '#components/form.tsx';" };
const FORM = { path: 'components/form.tsx', text: "'use client';\nimport { Field } from './field.tsx';" };
const FIELD = { path: 'components/field.tsx', text: 'export const Field = () => null;' };
const views = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: `components/view-${index}.tsx`, text: '' }));

const problemsOf = (...files: { path: string; text: string }[]) => checkClientShare(files).problems;

test('the first module of the browser on the way from a page says so', () => {
  expect(problemsOf(PAGE, FORM, FIELD)).toEqual([]);
});

test('what only that one imports says it needlessly', () => {
  const field = { ...FIELD, text: "'use client';\nexport const Field = () => null;" };
  expect(problemsOf(PAGE, FORM, field, ...views(10))).toEqual([
    "components/field.tsx: only modules of the browser import it, so it needs no 'use client'",
  ]);
});

test('so does a hook', () => {
  const hook = { path: 'components/use-hold.ts', text: '"use client";\nexport const useHold = () => 1;' };
  expect(problemsOf(PAGE, FORM, FIELD, hook)).toHaveLength(1);
});

test.each([
  ["import('./form.tsx')", 'as a part of its own'],
  ["export { Form } from '#components/form.tsx';", 'by handing it on'],
])('a module of the server that imports it by %s needs it (%s)', (text) => {
  const lazy = { path: 'components/lazy.tsx', text };
  const page = { path: 'app/page.tsx', text: "import { Lazy } from '#components/lazy.tsx';" };
  expect(problemsOf(page, lazy, FORM, FIELD)).toEqual([]);
});

test('35 of 100 views may begin the browser’s tree, and not 36', () => {
  const pages = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ path: `app/${index}/error.tsx`, text: "'use client';" }));
  expect(problemsOf(...pages(35), ...views(65))).toEqual([]);
  expect(problemsOf(...pages(36), ...views(64))).toEqual([
    "36 of 100 .tsx files are 'use client', at most 35 %",
  ]);
});
