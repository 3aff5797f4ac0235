import { expect, it } from 'vitest';
import { helpNamed, helpSubject, helpWords } from '#lib/coverage/model.ts';

const type = (value: string, description: string | null = null) => ({ id: 1, value, description });

it.each([
  [type('MEDICAL', 'Medical response'), 'Medical response', 'medical'],
  [type('ARMED_RESPONSE'), 'Armed response', 'security'],
  [type('SECURITY', ' '), 'Security', 'security'],
  [type('FIRE_BRIGADE'), 'Fire brigade', 'fire'],
  [type('ROADSIDE'), 'Roadside', 'other'],
])('names a kind of help as AURA does: %j', (named, words, subject) => {
  expect([helpWords(named), helpSubject(named)]).toEqual([words, subject]);
});

it('names none that AURA does not list', () => {
  expect(helpNamed([type('MEDICAL')], 1)).toBe('Medical');
  expect([helpNamed([type('MEDICAL')], 2), helpNamed([], null)]).toEqual([null, null]);
});
