import 'server-only';
import { randomUUID } from 'node:crypto';
import { audited } from '#lib/customers/directory/audited.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { openSignup } from './aura.ts';
import { createSignupInput } from './schema.ts';
import { insertSignup } from './store.ts';

/** Opens a hosted signup and returns its capability URL. The URL is not stored, so it is shown only once. */
export const createSignup = verb('signup.create', createSignupInput, async (actor, { email }) => {
  const signupId = randomUUID();
  return audited(actor, { action: 'signup.create', subject: signupId }, async () => {
    const returnUrl = `${env.APP_URL}/register/return/${signupId}`;
    const opened = await openSignup({ returnUrl, reference: signupId, email });
    if (!opened.ok) return opened;
    const { sessionId: auraSessionId, url } = opened.value;
    await insertSignup({ id: signupId, auraSessionId, createdBy: actor.operatorId, createdAt: now() });
    return ok({ signupId, url });
  });
});
