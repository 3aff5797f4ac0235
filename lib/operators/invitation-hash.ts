import 'server-only';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

const PURPOSE = 'operator-invitation';

/** Only the hash is stored, so that reading the database gives no way to join. */
export function invitationHash(token: string): string {
  return keyedHash(PURPOSE, token);
}

/** What the token may be stored as. */
export function invitationHashes(token: string): string[] {
  return keyedHashes(PURPOSE, token);
}
