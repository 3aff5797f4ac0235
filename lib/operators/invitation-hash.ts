import 'server-only';
import { keyedHash } from '#lib/platform/secret-box.ts';

/** Only the hash is stored, so that reading the database gives no way to join. */
export function invitationHash(token: string): string {
  return keyedHash('operator-invitation', token);
}
