import { expect, test, vi } from 'vitest';
import { AuraError, type AuraErrorFacts } from './error.ts';

const FACTS: AuraErrorFacts = {
  kind: 'server',
  endpoint: 'createCallout',
  status: 503,
  attempts: 2,
  retryable: true,
  mayHaveBeenDone: true,
  detail: 'refused',
};

test('an error that another copy of this module made is known all the same', async () => {
  vi.resetModules();
  const other = await import('./error.ts');
  expect(other.AuraError).not.toBe(AuraError);
  expect(new other.AuraError(FACTS)).toBeInstanceOf(AuraError);
  expect(new AuraError(FACTS)).toBeInstanceOf(other.AuraError);
});

test('nothing else is taken for one', () => {
  for (const value of [new Error('x'), { name: 'AuraError', kind: 'server' }, null, undefined, 'AuraError']) {
    expect(value instanceof AuraError).toBe(false);
  }
});
