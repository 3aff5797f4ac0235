import 'server-only';
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

// SECRET_KEY may list several keys, newest first: the first seals and signs, all of them open and verify.

// Eight characters of base64url, so that a sealed column shows by its beginning which key it needs.
const ID_BYTES = 6;
const IV_BYTES = 12;
const TAG_BYTES = 16;

// Cached: deriving a key costs more than using it, and using one as bytes three times as much as one as an object.
const keys = new Map<string, KeyObject>();
const ids = new Map<string, Buffer>();

// One key per purpose, so that a value sealed for one cannot be used for another.
function keyFor(purpose: string, secret: string): KeyObject {
  const name = `${purpose} ${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const made = createSecretKey(bytesFor(purpose, secret));
  keys.set(name, made);
  return made;
}

function bytesFor(purpose: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `vigil:${purpose}`, 32));
}

function newest(): string {
  const [secret] = env.SECRET_KEY;
  if (secret === undefined) throw new Error('SECRET_KEY names no key');
  return secret;
}

function idOf(secret: string): Buffer {
  const known = ids.get(secret);
  if (known) return known;
  const made = bytesFor('key-id', secret).subarray(0, ID_BYTES);
  ids.set(secret, made);
  return made;
}

/** How every value begins that the newest key sealed. */
export function newestKeyId(): string {
  return idOf(newest()).toString('base64url');
}

/** Encrypts text at rest with the newest key (AES-256-GCM, random nonce), as base64url: key id, nonce, tag, text. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, newest()), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([idOf(newest()), iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Decrypts; null when the value was altered or its key is not listed any more, which is logged. */
export function unseal(purpose: string, sealed: string): string | null {
  try {
    return open(purpose, sealed);
  } catch (error) {
    warnOnce(purpose, sealed, error);
    return null;
  }
}

const warned = new Set<string>();
const MOST_WARNINGS = 200;

/** Once for each key and purpose: a page may hold a thousand values of a lost key. */
function warnOnce(purpose: string, sealed: string, error: unknown): void {
  const of = `${purpose} ${sealed.slice(0, (ID_BYTES * 4) / 3)}`;
  if (warned.has(of) || warned.size >= MOST_WARNINGS) return;
  warned.add(of);
  log.warn(
    { error: describeError(error), purpose },
    'sealed text cannot be decrypted: altered, or sealed with a key that SECRET_KEY does not list',
  );
}

function open(purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const secret = env.SECRET_KEY.find((each) => idOf(each).equals(bytes.subarray(0, ID_BYTES)));
  if (secret === undefined) throw new Error('no key of this id');
  const iv = bytes.subarray(ID_BYTES, ID_BYTES + IV_BYTES);
  const tag = bytes.subarray(ID_BYTES + IV_BYTES, ID_BYTES + IV_BYTES + TAG_BYTES);
  const body = bytes.subarray(ID_BYTES + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose, secret), iv, {
    // Node accepts shorter tags otherwise, which are easier to forge.
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** 32 bytes for a purpose, by the newest key: a secret that comes out the same each time without being kept. */
export function derivedSecret(purpose: string): Buffer {
  return bytesFor(purpose, newest());
}

/** HMAC by the newest key, for values that are compared but never read back: codes, and keys of rate limits. */
export function keyedHash(purpose: string, value: string): string {
  return hashBy(newest(), purpose, value);
}

/** The same by every listed key, newest first: what a value may have been stored or signed as. */
export function keyedHashes(purpose: string, value: string): string[] {
  return env.SECRET_KEY.map((secret) => hashBy(secret, purpose, value));
}

function hashBy(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', keyFor(purpose, secret)).update(value).digest('base64url');
}
