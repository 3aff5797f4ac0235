import { expect, it } from 'vitest';
import { helpName } from '#components/panic/help-name.ts';
import { translateInto } from '#lib/languages/catalogue.ts';

const type = (id: number, value: string, description: string | null = null) => ({ id, value, description });
const MEDICAL = type(1, 'MEDICAL', 'Medical response');
const ARMED = type(2, 'ARMED_RESPONSE');
const GUARD = type(3, 'SECURITY');
const ROADSIDE = type(4, 'ROADSIDE');
const in_ = (language: 'en' | 'af', ...types: (typeof MEDICAL)[]) =>
  types.map((each) => helpName(types, each, translateInto(language)));

it('is AURA’s own name in English', () => {
  expect(in_('en', MEDICAL, ARMED)).toEqual(['Medical response', 'Armed response']);
});

it('is what the kind is about in another language', () => {
  expect(in_('af', MEDICAL, ARMED)).toEqual(['Mediese hulp', 'Sekuriteit']);
});

it('stays AURA’s own where that would not tell two kinds apart, or is not known', () => {
  expect(in_('af', MEDICAL, ARMED, GUARD, ROADSIDE)).toEqual([
    'Mediese hulp',
    'Armed response',
    'Security',
    'Roadside',
  ]);
});
