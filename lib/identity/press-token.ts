import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

// Signed credential of the panic page, so that neither a lost session nor a lost database stops a press. It
// names person and AURA customer, and is valid for that person's presses and their callouts only.

/** From the sign-in, however often the token is used or given to a page. */
export const PRESS_TOKEN_LIFETIME_MS = 400 * 86_400_000;

const claimsSchema = z.object({
  personId: z.string().min(1),
  customerId: z.number().int().positive(),
  /** Raising the person's edition revokes older tokens. */
  edition: z.number().int().positive(),
  /** When the device was signed in. */
  issuedAtMs: z.number().int(),
  /** Absent in tokens from before devices were kept; see {@link deviceIdOf}. */
  deviceId: z.uuid().optional(),
});
export type PressClaims = z.output<typeof claimsSchema>;

export function signPressToken(claims: PressClaims): string {
  // Parsed, so that the same claims make the same token, in whatever order they come.
  const body = Buffer.from(JSON.stringify(claimsSchema.parse(claims))).toString('base64url');
  return `${body}.${keyedHash('press-token', body)}`;
}

/** The device of a token. One that names none counts as a device of its own, so that it can be revoked, too. */
export function deviceIdOf({ deviceId, personId, issuedAtMs }: PressClaims): string {
  if (deviceId !== undefined) return deviceId;
  const digest = createHash('sha256').update(`${personId} ${issuedAtMs}`).digest();
  return asUuid(digest.subarray(0, 16));
}

// RFC 9562, version 8: an id of one's own making.
function asUuid(bytes: Buffer): string {
  const hex = Buffer.from(bytes)
    .fill(((bytes[6] ?? 0) & 0x0f) | 0x80, 6, 7)
    .fill(((bytes[8] ?? 0) & 0x3f) | 0x80, 8, 9)
    .toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The seconds that a token with these claims still has. */
export function secondsLeft({ issuedAtMs }: PressClaims, at: Date): number {
  return Math.max(0, Math.floor((issuedAtMs + PRESS_TOKEN_LIFETIME_MS - at.getTime()) / 1_000));
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
  return { token: renewed, maxAge: secondsLeft(claims, at) };
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
