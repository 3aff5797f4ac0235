// A customer's own access token: a JWT that AURA takes as a bearer. How a customer gets one is in no page that we know.
import { z } from 'zod';
import { looseId, optionalText } from './reading.ts';

const claims = z.object({ customerId: looseId, sub: optionalText, exp: z.number().nullable().catch(null) });

export type CustomerToken = {
  customerId: number;
  /** Whom the token is of, in AURA's own accounts. */
  subject: string | null;
  /** In epoch milliseconds; null when it does not say. */
  expiresAt: number | null;
};

/** What a customer's token says of itself; null when it is none. Whether it is genuine only AURA can tell. */
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
