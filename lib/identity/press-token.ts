import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

// Signed credential of the panic page, so that neither a lost session nor a lost database stops a press. It
// names person and AURA customer, and is valid for that person's presses and their callouts only.

export const PRESS_TOKEN_LIFETIME_MS = 400 * 86_400_000;

/** For plain forms and pages that load without a session. */
export const PRESS_COOKIE = 'vigil.press';

const claimsSchema = z.object({
  personId: z.string().min(1),
  customerId: z.number().int().positive(),
  /** Raising the person's edition revokes older tokens. */
  edition: z.number().int().positive(),
  issuedAtMs: z.number().int(),
});
export type PressClaims = z.output<typeof claimsSchema>;

export function signPressToken(claims: PressClaims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${keyedHash('press-token', body)}`;
}

/** Claims of a valid, unexpired token; else null. */
export function readPressToken(token: string, at: Date): PressClaims | null {
  const [body = '', signature = '', ...rest] = token.split('.');
  const signatures = keyedHashes('press-token', body);
  if (rest.length > 0 || !signatures.some((each) => isSame(signature, each))) return null;
  // Signed by us, so parsing cannot fail.
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return at.getTime() - claims.issuedAtMs <= PRESS_TOKEN_LIFETIME_MS ? claims : null;
}

/** A valid token that an older key signed, as the newest signs it, with the seconds that it still has; else null. */
export function renewedPressToken(token: string, at: Date): { token: string; maxAge: number } | null {
  const claims = readPressToken(token, at);
  const renewed = claims && signPressToken(claims);
  if (!renewed || renewed === token) return null;
  const leftMs = claims.issuedAtMs + PRESS_TOKEN_LIFETIME_MS - at.getTime();
  return { token: renewed, maxAge: Math.floor(leftMs / 1_000) };
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
