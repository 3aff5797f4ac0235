import { expect, test } from 'vitest';
import { serverActionsKey } from './server-actions-key.ts';

test('is 32 bytes, the same for the same secret and another for another', () => {
  const key = serverActionsKey('one secret of thirty-two bytes or more');
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(serverActionsKey('one secret of thirty-two bytes or more')).toBe(key);
  expect(serverActionsKey('two secrets of thirty-two bytes or more')).not.toBe(key);
});
