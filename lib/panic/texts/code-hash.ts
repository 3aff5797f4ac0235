import 'server-only';
import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '#lib/panic/texts/model.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

/** A new code, and the only form in which it is kept. */
export function newCode(): { code: string; codeHash: string } {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]);
  const code = letters.join('');
  return { code, codeHash: hashOf(code) };
}

export function hashOf(code: string): string {
  return keyedHash('press-text-code', code);
}
