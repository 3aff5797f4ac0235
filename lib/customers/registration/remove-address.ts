import 'server-only';
import { z } from 'zod';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';

export const removeAddress = verb('profile.save_address', z.object({}), async (actor) => {
  await updatePerson(actor.personId, {
    savedAddress: null,
    savedLatitude: null,
    savedLongitude: null,
    savedAt: null,
  });
  return ok(null);
});
