import { scrypt, scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { rememberScrypt } from './remember-scrypt.ts';

const COST = { N: 16, r: 1, p: 1 };

rememberScrypt();

function derived(password: string, salt: string, length = 32, cost: Record<string, number> = COST) {
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(password, salt, length, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

test('keys are the true ones, the first time and again', async () => {
  const own = scryptSync('a password', 'salt', 32, COST);
  for (const _time of [1, 2]) expect(await derived('a password', 'salt')).toEqual(own);
});

test.each([
  ['password', () => derived('another', 'salt')],
  ['salt', () => derived('a password', 'another')],
  ['length', () => derived('a password', 'salt', 16)],
  ['cost', () => derived('a password', 'salt', 32, { ...COST, N: 32 })],
])('another %s gives another key', async (_what, other) => {
  expect((await other()).equals(await derived('a password', 'salt'))).toBe(false);
});

test('what a caller does to a key stays with them', async () => {
  (await derived('a password', 'salt')).fill(0);
  expect(await derived('a password', 'salt')).toEqual(scryptSync('a password', 'salt', 32, COST));
});

test('what cannot be derived is refused each time', async () => {
  for (const _time of [1, 2])
    await expect(derived('a password', 'salt', 32, { ...COST, N: 15 })).rejects.toThrow();
});
