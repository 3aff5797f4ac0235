import { expect, it } from 'vitest';
import { dayText } from '#components/ui/day.tsx';
import { languageCodes } from '#lib/languages/languages.ts';

const AT = '2026-11-30T23:30:00.000Z';

it.each(languageCodes)('a day in %s has digits that all read, and is that of the service', (code) => {
  const day = dayText(AT, code);
  expect(day).toMatch(/2026/);
  expect(day).toMatch(/(?<!\d)0?1(?!\d)/);
  expect(day).not.toMatch(/[٠-٩]/);
});

it.each([
  ['en', '01 December 2026'],
  ['fr', '1 décembre 2026'],
  ['af', '01 Desember 2026'],
] as const)('a day in %s is said in its words', (code, words) => {
  expect(dayText(AT, code)).toBe(words);
});
