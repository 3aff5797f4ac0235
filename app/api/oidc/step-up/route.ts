import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { leadTo, toStepUp } from '#lib/operators/provider/redirects.ts';
import { startProviderStepUp } from '#lib/operators/provider/start-provider-step-up.ts';

/** To the identity provider, which asks an operator again who they are. Without `to` it leads back to the page before. */
export const GET = route(operator, startProviderStepUp, {
  input: ({ request: { headers }, query }) => ({ headers, to: query.to ?? headers.get('referer') ?? '' }),
  respond: ({ location, cookies }) => leadTo(location, cookies),
  refuse: (request, { code }) =>
    toStepUp(code, new URL(request.url).searchParams.get('to') ?? request.headers.get('referer') ?? ''),
});
