import { expect, it } from 'vitest';
import { translateInto } from '#lib/languages/catalogue.ts';
import { lossOf } from './loss-words.ts';

const t = translateInto('en');

const asOf = '2026-05-01T10:00:00.000Z';
const servedAt = '2026-05-01T10:01:00.000Z';
const silent = { asOf, servedAt };

it('is silent while AURA answers, and when nobody asks it any more', () => {
  expect(lossOf(null, { asOf: servedAt, servedAt }, true, asOf, t)).toBeNull();
  expect(lossOf(null, silent, false, asOf, t)).toBeNull();
});

it('counts AURA’s silence from AURA’s last answer, and ours from our last answer', () => {
  expect(lossOf(null, silent, true, asOf, t)).toMatchObject({ title: 'We lost contact.', since: asOf });
  expect(lossOf(new Error('away'), silent, true, asOf, t)).toMatchObject({
    title: 'We lost contact.',
    since: servedAt,
  });
});
