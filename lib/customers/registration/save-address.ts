import 'server-only';
import { replaceOfPerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { partsOf, placeFrom } from '#lib/geo/kept-place.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { saveAddressInput } from './schema.ts';
import { tellPerson } from './tell-person.ts';

/** Saves the fallback address for a press without a fix, replacing the previous one. */
export const saveAddress = verb('profile.save_address', saveAddressInput, async (actor, input) => {
  const before = await replaceOfPerson(actor.personId, {
    savedAddress: input.address,
    savedPlace: placeFrom(input),
    savedAt: now(),
  });
  const kept = partsOf(before?.savedPlace ?? null);
  const isSame =
    before?.savedAddress === input.address &&
    kept.latitude === input.latitude &&
    kept.longitude === input.longitude;
  if (before && !isSame) tellPerson(before, 'address');
  return ok(null);
});
