// A customer's access token: a JWT that AURA accepts as bearer. How a customer gets one is undocumented.
import { z } from 'zod';
import { lenientId, optionalText } from './reading.ts';

const claims = z.object({ customerId: lenientId, sub: optionalText, exp: z.number().nullable().catch(null) });

export type CustomerToken = {
  customerId: number;
  /** The JWT's subject. */
  subject: string | null;
  /** Epoch milliseconds; null when absent. */
  expiresAt: number | null;
};

/** Decodes the claims without verifying the signature, which only AURA can; null when it is no JWT. */
export function readCustomerToken(token: string): CustomerToken | null {
  const [, payload, ...rest] = token.split('.');
  if (payload === undefined || rest.length !== 1) return null;
  try {
    const read = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    if (!read.success) return null;
    const { customerId, sub, exp } = read.data;
    return { customerId, subject: sub, expiresAt: exp === null ? null : exp * 1000 };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
