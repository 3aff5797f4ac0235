import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { keyedHash } from '#lib/platform/secret-box.ts';

// A press token is what the panic page holds so that neither a lost session nor a lost database stops a
// press. It says who presses and for which AURA customer; it is good for that person's presses and what comes of them.

export const PRESS_TOKEN_LIFETIME_MS = 400 * 86_400_000;

/** Carries the token where no script does: a plain form, a page that opens without a session. */
export const PRESS_COOKIE = 'vigil.press';

const claimsSchema = z.object({
  personId: z.string().min(1),
  customerId: z.number().int().positive(),
  /** Raising a person's edition revokes all tokens before it. */
  edition: z.number().int().positive(),
  issuedAtMs: z.number().int(),
});
export type PressClaims = z.output<typeof claimsSchema>;

export function signPressToken(claims: PressClaims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${keyedHash('press-token', body)}`;
}

/** The claims of a token that we signed and that has not run out; null for anything else. */
export function readPressToken(token: string, at: Date): PressClaims | null {
  const [body = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isSame(signature, keyedHash('press-token', body))) return null;
  // What carries our signature is what we wrote, so reading it cannot fail on rubbish.
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return at.getTime() - claims.issuedAtMs <= PRESS_TOKEN_LIFETIME_MS ? claims : null;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
