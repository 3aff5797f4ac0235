import 'server-only';
import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '#lib/panic/texts/model.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

const PURPOSE = 'press-text-code';

/** A new code, and the only form in which it is kept. */
export function newCode(): { code: string; codeHash: string } {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]);
  const code = letters.join('');
  return { code, codeHash: keyedHash(PURPOSE, code) };
}

/** What a code may be stored as. */
export function hashesOf(code: string): string[] {
  return keyedHashes(PURPOSE, code);
}
