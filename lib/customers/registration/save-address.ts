import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { saveAddressInput } from './schema.ts';

/** Saves the fallback address for a press without a fix, replacing the previous one. */
export const saveAddress = verb('profile.save_address', saveAddressInput, async (actor, input) => {
  await updatePerson(actor.personId, {
    savedAddress: input.address,
    savedLatitude: input.latitude,
    savedLongitude: input.longitude,
    savedAt: now(),
  });
  return ok(null);
});
