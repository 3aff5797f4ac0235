import 'server-only';
import { z } from 'zod';
import { replaceOfPerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { tellPerson } from './tell-person.ts';

export const removeTrustedContact = verb('profile.save_contact', z.object({}), async (actor) => {
  const before = await replaceOfPerson(actor.personId, { contactName: null, contactMobile: null });
  if (before?.contactName) tellPerson(before, 'contact');
  return ok(null);
});
