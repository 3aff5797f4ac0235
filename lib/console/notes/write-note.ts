import 'server-only';
import { findCallout } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { MAX_NOTES, writeNoteInput } from './schema.ts';
import { countNotes, findNote, insertNote } from './store.ts';

/** Stores a note for other operators, never for AURA or the person. Idempotent by id. */
export const writeNote = verb('note.write', writeNoteInput, async (actor, { calloutId, id, text }) => {
  const callout = await findCallout(calloutId);
  if (!callout) return refuse('callout.not_found');
  if ((await countNotes(calloutId)) >= MAX_NOTES && !(await findNote(id))) return refuse('note.too_many');
  const { operatorId } = actor;
  const { personId } = callout;
  if (await insertNote(actor, { id, calloutId, personId, operatorId, text, at: now() })) {
    return ok({ id, isNew: true });
  }
  const earlier = await findNote(id);
  const isSame =
    earlier?.calloutId === calloutId && earlier.operatorId === operatorId && earlier.text === text;
  return isSame
    ? ok({ id, isNew: false })
    : refuse('input.invalid', { id: 'Must be a UUID made for this note' });
});
