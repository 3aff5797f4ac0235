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

/**
 * Opens a signup on AURA's page for somebody and gives its link, which nobody can be given again: whoever has it
 * signs up by it, so it is not kept.
 */
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
