import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

// Cached: deriving a key costs more than using it.
const keys = new Map<string, Buffer>();

// One key per purpose, so that a value sealed for one cannot be used for another.
function keyFor(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known) return known;
  const made = Buffer.from(hkdfSync('sha256', env.SECRET_KEY, '', `vigil:${purpose}`, 32));
  keys.set(purpose, made);
  return made;
}

/** Encrypts text at rest (AES-256-GCM, random nonce), as base64url. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Decrypts; null when the value was altered or the key changed, which is logged. */
export function unseal(purpose: string, sealed: string): string | null {
  try {
    return open(purpose, sealed);
  } catch (error) {
    log.warn(
      { error: describeError(error), purpose },
      'sealed text cannot be decrypted: altered, or SECRET_KEY changed',
    );
    return null;
  }
}

function open(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, IV_BYTES), {
    // Node accepts shorter tags otherwise, which are easier to forge.
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

/** HMAC for values that are compared but never read back: codes, numbers and addresses in rate limits. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value).digest('base64url');
}
