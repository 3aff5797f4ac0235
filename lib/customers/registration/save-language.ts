import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { saveLanguageInput } from './schema.ts';

/** In which language text messages to the person are written. */
export const saveLanguage = verb('profile.save_language', saveLanguageInput, async (actor, { language }) => {
  await updatePerson(actor.personId, { language });
  return ok(null);
});
