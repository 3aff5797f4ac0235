import 'server-only';
import { randomBytes } from 'node:crypto';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { mayBeCalled } from './address-model.ts';
import { SECRET_BYTES } from './model.ts';
import { createHookInput } from './schema.ts';
import { secretOf } from './signature-model.ts';
import { insertEndpoint } from './store.ts';

/** Another system gets webhooks from now on. Its secret is shown once. */
export const createHook = verb('hook.change', createHookInput, async (actor, { name, url }) => {
  if (!mayBeCalled(url, env)) return refuse('hook.not_public');
  const secret = secretOf(randomBytes(SECRET_BYTES));
  await insertEndpoint(actor, { name, url, secret, createdAt: now(), createdBy: actor.operatorId });
  return ok({ secret });
});
