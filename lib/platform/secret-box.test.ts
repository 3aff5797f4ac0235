import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { keyedHash, seal, unseal } from '#lib/platform/secret-box.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The box of an instance that was started with another key. */
function otherBox() {
  vi.stubEnv('SECRET_KEY', 'another key for tests only of 32 bytes');
  vi.resetModules();
  return import('#lib/platform/secret-box.ts');
}

test('what was sealed opens to the same text', () => {
  const wellFormed = anyText.filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(wellFormed, (text) => {
      expect(unseal('tracking-url', seal('tracking-url', text))).toBe(text);
    }),
  );
});

test('sealing the same text twice shows no likeness, and never the text', () => {
  const text = 'https://track.example/?sessionToken=abcdef';
  const [first, second] = [seal('tracking-url', text), seal('tracking-url', text)];
  expect(first).not.toBe(second);
  expect(Buffer.from(first, 'base64url').toString('latin1')).not.toContain('sessionToken');
});

test('what was altered in any bit does not open', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(7), (text, at, bit) => {
      const bytes = Buffer.from(seal('tracking-url', text), 'base64url');
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      expect(unseal('tracking-url', bytes.toString('base64url'))).toBeNull();
    }),
  );
});

test.each(['', 'https://track.example'])('what was cut short does not open: %j', (text) => {
  const sealed = Buffer.from(seal('tracking-url', text), 'base64url');
  for (let length = 0; length < sealed.length; length += 1) {
    const cut = sealed.subarray(0, length).toString('base64url');
    expect(unseal('tracking-url', cut), `${length} bytes`).toBeNull();
  }
});

test('what was sealed for one purpose does not open for another', () => {
  expect(unseal('something-else', seal('tracking-url', 'https://track.example'))).toBeNull();
});

test('what was sealed under one key does not open under another', async () => {
  const sealed = seal('tracking-url', 'https://track.example');
  const other = await otherBox();
  expect(other.unseal('tracking-url', sealed)).toBeNull();
});

test('a keyed hash depends on its purpose, its value and the key, and on nothing else', async () => {
  const hash = keyedHash('limit-number', '+27821234567');
  expect(keyedHash('limit-number', '+27821234567')).toBe(hash);
  expect(keyedHash('limit-address', '+27821234567')).not.toBe(hash);
  expect(keyedHash('limit-number', '+27821234568')).not.toBe(hash);
  const other = await otherBox();
  expect(other.keyedHash('limit-number', '+27821234567')).not.toBe(hash);
});
