import { expect, test } from 'vitest';
import { filterQuery } from './filter-query.ts';

const FIELDS = ['state', 'from'] as const;

test.each([
  [
    { state: 'open', from: '2031-01-01' },
    { state: 'open', from: '2031-01-01' },
  ],
  [{ state: '', from: undefined }, {}],
  [{ state: ['open', 'closed'] }, {}],
  [{ state: 'open', after: '1', constructor: 'x' }, { state: 'open' }],
])('of %j is taken %j', (params, query) => {
  expect(filterQuery(params, FIELDS)).toEqual(query);
});
