import 'server-only';
import { z } from 'zod';
import { updatePerson } from '#lib/customers/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok } from '#lib/platform/result.ts';

/** Forgets the trusted contact. */
export const removeTrustedContact = verb('profile.save_contact', z.object({}), async (actor) => {
  await updatePerson(actor.personId, { contactName: null, contactMobile: null });
  return ok(null);
});
