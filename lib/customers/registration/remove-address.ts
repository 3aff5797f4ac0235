import 'server-only';
import { z } from 'zod';
import { replaceOfPerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { tellPerson } from './tell-person.ts';

export const removeAddress = verb('profile.save_address', z.object({}), async (actor) => {
  const before = await replaceOfPerson(actor.personId, {
    savedAddress: null,
    savedPlace: null,
    savedAt: null,
  });
  if (before?.savedAt) tellPerson(before, 'address');
  return ok(null);
});
