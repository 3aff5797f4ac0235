import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecrets } from './secrets.ts';

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
