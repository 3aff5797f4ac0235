import { z } from 'zod';
import { operation } from './operation.ts';
import { firstOf, optionalNumber, optionalText } from './reading.ts';

const token = z
  .object({
    accessToken: optionalText,
    access_token: optionalText,
    tokenType: optionalText,
    token_type: optionalText,
    expiresIn: optionalNumber,
    expires_in: optionalNumber,
  })
  .transform((raw, ctx) => ({
    accessToken: firstOf(ctx, 'accessToken', raw.accessToken, raw.access_token),
    expiresIn: firstOf(ctx, 'expiresIn', raw.expiresIn, raw.expires_in),
  }));

// Older pages describe an instant, the current ones a lifetime; no lifetime is this long.
const firstPlausibleEpochS = 1e9;

/** Expiry in epoch milliseconds, from a lifetime or an instant. */
export function expiryOf(expiresIn: number, nowMs: number): number {
  return expiresIn > firstPlausibleEpochS ? expiresIn * 1000 : nowMs + expiresIn * 1000;
}

export const createToken = operation({
  summary: 'Exchange client id and secret for a server token',
  method: 'POST',
  path: '/oauth/token',
  auth: 'none',
  params: null,
  body: z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }),
  answer: () => token,
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'people-protect/quickstart, api-reference/authentication/create-oauth-token',
    verify: 'key spelling (older pages use snake_case), real lifetime, lifetime or instant in expiresIn',
  },
});

export const createCalloutToken = operation({
  summary: "Get a token that is limited to one customer's callouts",
  method: 'POST',
  path: '/oauth/calloutToken',
  auth: 'server',
  params: null,
  body: z.object({ customerId: z.int().positive() }),
  answer: () => token,
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G1',
    bodies: 'G2',
    source: 'api-reference/authentication/create-callout-token',
    verify: 'that the path is still this one; real lifetime',
  },
});
