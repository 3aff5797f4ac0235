import 'server-only';
import { saveTrustedContactInput } from '#lib/customers/schema.ts';
import { updatePerson } from '#lib/customers/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok } from '#lib/platform/result.ts';

/** Keeps whom the person may message beside a press; it replaces the one before. Nobody is told of it. */
export const saveTrustedContact = verb(
  'profile.save_contact',
  saveTrustedContactInput,
  async (actor, { name, mobile }) => {
    await updatePerson(actor.personId, { contactName: name, contactMobile: mobile });
    return ok(null);
  },
);
