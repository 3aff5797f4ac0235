import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { saveTrustedContactInput } from './schema.ts';

/** Keeps whom the person may message beside a press; it replaces the one before. Nobody is told of it. */
export const saveTrustedContact = verb(
  'profile.save_contact',
  saveTrustedContactInput,
  async (actor, { name, mobile }) => {
    await updatePerson(actor.personId, { contactName: name, contactMobile: mobile });
    return ok(null);
  },
);
