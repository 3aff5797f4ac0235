// AURA's pages for signup and subscription. Their URLs are only opened, never built.
import { z } from 'zod';
import { requiredUrl, type UrlRule } from './hosted-url.ts';
import { operation } from './operation.ts';
import { enveloped, firstOf, optionalId, optionalText } from './reading.ts';

export const createSignupSession = operation({
  summary: 'Open a hosted signup for a new customer',
  method: 'POST',
  path: '/customer-signup/sessions',
  auth: 'server',
  params: null,
  body: z.object({
    returnUrl: z.url(),
    email: z.string().optional(),
    customerReferenceId: z.string().optional(),
    siteDetails: z
      .object({ siteName: z.string().optional(), siteReferenceId: z.string().optional() })
      .optional(),
  }),
  // AURA's `returnUrl` is the page to open, like the address it returns to.
  answer: (urls: UrlRule) =>
    enveloped(
      'session',
      z
        .object({
          sessionId: optionalText,
          id: optionalText,
          customerId: optionalId,
          returnUrl: requiredUrl(urls),
        })
        .transform(({ sessionId, id, customerId, returnUrl }, ctx) => ({
          sessionId: firstOf(ctx, 'sessionId', sessionId, id),
          customerId,
          url: returnUrl,
        })),
    ).transform(({ session }) => session),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/customer-sessions, overview/embedded-flows/customer-signup',
    verify: 'the host of the hosted page',
  },
});

export const readSignupSession = operation({
  summary: 'Read how a hosted signup went; the only answer to trust about it',
  method: 'GET',
  path: '/customer-signup/sessions/{sessionId}',
  auth: 'server',
  params: z.object({ sessionId: z.string().min(1) }),
  body: null,
  answer: () =>
    enveloped(
      'session',
      z
        .object({
          id: optionalText,
          sessionId: optionalText,
          customerId: optionalId,
          customerReferenceId: optionalText,
          status: optionalText,
          siteDetails: z.unknown().optional(),
          url: z.unknown().optional(),
        })
        .transform((raw, ctx) => ({
          sessionId: firstOf(ctx, 'sessionId', raw.sessionId, raw.id),
          customerId: raw.customerId,
          customerReferenceId: raw.customerReferenceId,
          status: raw.status,
        })),
    ).transform(({ session }) => session),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/customer-sessions',
    verify: 'key names of the configured flows; whether there is a status',
  },
});

export const createSubscriptionSession = operation({
  summary: "Open a hosted page where a customer manages a subscription; needs the customer's own token",
  method: 'POST',
  path: '/subscription-management/sessions',
  auth: 'customer',
  params: null,
  body: z.object({
    returnUrl: z.url(),
    locale: z.string().optional(),
    /** The portal configuration of the page. */
    configuration: z.string().optional(),
  }),
  answer: (urls: UrlRule) =>
    enveloped('session', z.object({ url: requiredUrl(urls) })).transform(({ session }) => session),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'INF',
    bodies: 'G2',
    source: 'api-reference/subscription-sessions, overview/embedded-flows/subscription-management-flow',
    verify: "the path, which no page shows; how a customer's own token is had, which it needs",
  },
});
