import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets, serverActionsKey } from './secrets.ts';

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-secrets-'));
  file = join(dir, 'secrets.json');
});

afterEach(() => rmSync(dir, { recursive: true }));

test('secrets are generated once, readable by us only', () => {
  const first = openSecrets(dir);
  expect(openSecrets(dir)).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file of an earlier version keeps its values and gains the new ones', () => {
  writeFileSync(file, JSON.stringify({ secretKey: 'kept' }));
  const secrets = openSecrets(dir);
  expect(secrets.secretKey).toBe('kept');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets);
});

test('a damaged file is refused without showing what is in it', () => {
  writeFileSync(file, '{"secretKey": "canary');
  expect(() => openSecrets(dir)).toThrow(/is damaged/);
  expect(() => openSecrets(dir)).not.toThrow(/canary/);
});

test('the server actions key is 32 bytes, stored beside the build, and derived from SECRET_KEY where set', () => {
  const kept = serverActionsKey(dir, {});
  expect(Buffer.from(kept, 'base64')).toHaveLength(32);
  expect(serverActionsKey(dir, {})).toBe(kept);
  const derived = serverActionsKey(dir, { SECRET_KEY: 'one' });
  expect(Buffer.from(derived, 'base64')).toHaveLength(32);
  expect(serverActionsKey('/elsewhere', { SECRET_KEY: 'one' })).toBe(derived);
  expect(serverActionsKey(dir, { SECRET_KEY: 'two' })).not.toBe(derived);
});
