import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { saveHelpInput } from './schema.ts';

/** Remembers the kind of help that the person chose, for presses that name none and for their other devices. */
export const saveHelp = verb('profile.save_help', saveHelpInput, async (actor, { responseTypeId }) => {
  await updatePerson(actor.personId, { responseTypeId });
  return ok(null);
});
