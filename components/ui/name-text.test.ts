import { expect, test } from 'vitest';
import { isolated, wholeName } from './name-text.ts';

test('a name that runs from right to left is isolated, another stands as it is', () => {
  for (const name of ['محمد', 'מזרחי', 'Sipho محمد', 'ߒߞߏ']) {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  }
  for (const name of ['Sipho', 'O’Brien-van der Merwe', 'Zoë', '李', 'Тарас', 'ກອງ']) {
    expect(isolated(name)).toBe(name);
  }
});

test('one name is a whole name', () => {
  expect(wholeName({ name: 'Madonna', surname: '' })).toBe('Madonna');
  expect(wholeName({ name: 'Thandi', surname: 'Nkosi' })).toBe('Thandi Nkosi');
});
