import 'server-only';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

const PURPOSE = 'operator-password-reset';

/** Only the hash is stored, so that reading the database opens no account. */
export function resetHash(token: string): string {
  return keyedHash(PURPOSE, token);
}

/** What the token may be stored as. */
export function resetHashes(token: string): string[] {
  return keyedHashes(PURPOSE, token);
}
