import { expect, it } from 'vitest';
import { ageText } from '#components/ui/age-text.ts';

it.each([
  [-60_000, 'just now'],
  [999, 'just now'],
  [1_000, '1 s ago'],
  [59_999, '59 s ago'],
  [60_000, '1 min ago'],
  [3_599_999, '59 min ago'],
  [3_600_000, '1 h ago'],
  [172_799_999, '47 h ago'],
  [172_800_000, '2 d ago'],
])('says of %i ms: %s', (ageMs, text) => {
  expect(ageText(ageMs)).toBe(text);
});
