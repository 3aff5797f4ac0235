import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { switchHookInput } from './schema.ts';
import { changeEndpoint } from './store.ts';

/** Off: it gets nothing more, and what was on its way counts as failed. On: what happens from then on. */
export const switchHook = verb('hook.change', switchHookInput, async (actor, { endpointId, to }) => {
  const isChanged = await changeEndpoint(actor, endpointId, `hook.switch_${to}`, (current) => ({
    switchedOffAt: to === 'off' ? (current.switchedOffAt ?? now()) : null,
  }));
  return isChanged ? ok(null) : refuse('hook.not_found');
});
