import { visitor } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { leadTo, toSignIn } from '#lib/operators/provider/redirects.ts';
import { startProviderSignIn } from '#lib/operators/provider/start-provider-sign-in.ts';

/** To the identity provider. A link and no form, which the content security policy would hold to our own address. */
export const GET = route(visitor, startProviderSignIn, {
  input: () => ({}),
  respond: ({ location, cookies }) => leadTo(location, cookies),
  refuse: (_request, { code }) => toSignIn(code),
});
