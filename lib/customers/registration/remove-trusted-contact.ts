import 'server-only';
import { z } from 'zod';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';

export const removeTrustedContact = verb('profile.save_contact', z.object({}), async (actor) => {
  await updatePerson(actor.personId, { contactName: null, contactMobile: null });
  return ok(null);
});
