import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same. Over hashes: these have one length, so the time taken tells nothing. */
export function isSameSecret(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
