import 'server-only';
import { keyedHash } from '#lib/platform/secret-box.ts';

/** What is kept of an invitation's token: whoever reads the database cannot join with it. */
export function invitationHash(token: string): string {
  return keyedHash('operator-invitation', token);
}
