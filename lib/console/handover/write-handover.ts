import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { writeHandoverInput } from './schema.ts';
import { findHandover, insertHandover } from './store.ts';

/** Leaves a note to the next shift, to be signed by another operator. Idempotent by its id. */
export const writeHandover = verb('handover.write', writeHandoverInput, async (actor, { id, note }) => {
  if (await insertHandover(actor, id, note, now())) return ok(null);
  const earlier = await findHandover(id);
  const isSame = earlier?.writtenBy === actor.operatorId && earlier.note === note;
  return isSame ? ok(null) : refuse('input.invalid', { id: 'Must be a UUID made for this handover' });
});
