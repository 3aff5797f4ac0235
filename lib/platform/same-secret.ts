import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';

/** Constant-time comparison, over hashes of equal length. */
export function isSameSecret(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
