import 'server-only';
import { replaceOfPerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { saveTrustedContactInput } from './schema.ts';
import { tellPerson } from './tell-person.ts';

/** Saves whom the person may message after a press. The contact is not notified. */
export const saveTrustedContact = verb(
  'profile.save_contact',
  saveTrustedContactInput,
  async (actor, { name, mobile }) => {
    const before = await replaceOfPerson(actor.personId, { contactName: name, contactMobile: mobile });
    const isSame = before?.contactName === name && before.contactMobile === mobile;
    if (before && !isSame) tellPerson(before, 'contact');
    return ok(null);
  },
);
