import { hkdfSync } from 'node:crypto';

/**
 * The key of server actions, in the form that Next reads from the environment of the running app. Derived, so that all
 * instances with one SECRET_KEY have the same, and a build has no secret in it.
 */
export function serverActionsKey(secretKey: string): string {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'vigil server actions', 32)).toString('base64');
}
