import { visitor } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { completeAtProvider } from '#lib/operators/provider/complete-at-provider.ts';
import { afterProvider, afterRefusal } from '#lib/operators/provider/redirects.ts';

/** Where the identity provider sends an operator back to. */
export const GET = route(visitor, completeAtProvider, {
  input: ({ request: { headers }, query }) => ({
    headers,
    answer: query,
    userAgent: headers.get('user-agent') ?? '',
  }),
  respond: (done, { request }) => afterProvider(done, request.headers),
  refuse: (request, { code }) => afterRefusal(code, request.headers),
});
