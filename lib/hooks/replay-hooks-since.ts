import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { MAX_REPLAYED } from './model.ts';
import { replayEventsSince } from './queue-store.ts';
import { replaySinceInput } from './schema.ts';
import { hasEndpoint } from './store.ts';

/** Sends one system all that happened since then, the oldest first and at most so many. */
export const replayHooksSince = verb(
  'hook.replay',
  replaySinceInput,
  async (actor, { endpointId, since }) => {
    if (!(await hasEndpoint(endpointId))) return refuse('hook.not_found');
    return ok({ replayed: await replayEventsSince(actor, { endpointId, since, atMost: MAX_REPLAYED }) });
  },
);
