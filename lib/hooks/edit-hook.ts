import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { env } from '#lib/platform/env.ts';
import { mayBeCalled } from './address-model.ts';
import { editHookInput } from './schema.ts';
import { changeEndpoint } from './store.ts';

/** Another name or address; what is on its way goes to the new one. */
export const editHook = verb('hook.change', editHookInput, async (actor, { endpointId, name, url }) => {
  if (!mayBeCalled(url, env)) return refuse('hook.not_public');
  const isChanged = await changeEndpoint(actor, endpointId, 'hook.edit', () => ({ name, url }));
  return isChanged ? ok(null) : refuse('hook.not_found');
});
