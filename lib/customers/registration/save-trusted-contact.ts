import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { saveTrustedContactInput } from './schema.ts';

/** Saves whom the person may message after a press. The contact is not notified. */
export const saveTrustedContact = verb(
  'profile.save_contact',
  saveTrustedContactInput,
  async (actor, { name, mobile }) => {
    await updatePerson(actor.personId, { contactName: name, contactMobile: mobile });
    return ok(null);
  },
);
