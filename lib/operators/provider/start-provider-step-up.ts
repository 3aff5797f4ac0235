import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { env } from '#lib/platform/env.ts';
import { findProvider } from './find-provider.ts';
import { leadToProvider } from './pending.ts';

/** Leads an operator who signed in with the identity provider back to it, to prove again who they are. */
export const startProviderStepUp = verb(
  'operator.step_up',
  z.object({ headers: z.instanceof(Headers), to: z.string().max(2_000).catch('') }),
  async ({ byProvider }, { headers, to }) => {
    const { oidc } = env;
    if (!oidc || !byProvider) return refuse('provider.none');
    const sessionId = await operatorSessionIdIn(headers);
    if (!sessionId) return refuse('session.required');
    const provider = await findProvider(oidc);
    return provider.ok
      ? ok(await leadToProvider(oidc, provider.value, { stepUpOf: sessionId, to }))
      : provider;
  },
);
