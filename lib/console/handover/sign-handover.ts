import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { signHandoverInput } from './schema.ts';
import { findHandover, sign } from './store.ts';

/** Says that the next shift has read the newest handover and goes on. Idempotent for who signed it. */
export const signHandover = verb('handover.sign', signHandoverInput, async (actor, { id }) => {
  const found = await findHandover(id);
  if (found?.writtenBy === actor.operatorId) return refuse('handover.own');
  if (found?.signedBy === actor.operatorId) return ok(null);
  return (await sign(actor, id, now())) ? ok(null) : refuse('handover.gone');
});
