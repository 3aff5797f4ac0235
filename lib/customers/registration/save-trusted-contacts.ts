import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { replaceContacts } from '#lib/customers/contact-store.ts';
import { findPerson } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { saveTrustedContactsInput } from './schema.ts';
import { tellPerson } from './tell-person.ts';

/** Whoever has the phone must not find out the own number, whose end is the safe code, by trying which one is refused. */
const SAVES_AN_HOUR = 20;

/**
 * Saves whom the person may message after a press, and whether we text them when it is delivered. The contacts are not
 * notified; the person is, on the own mobile.
 */
export const saveTrustedContacts = verb(
  'profile.save_contact',
  saveTrustedContactsInput,
  async ({ personId }, { contacts, isTexted }) => {
    const owner = await findPerson(personId);
    if (!owner) return refuse('session.required');
    const limit = { key: keyedHash('limit-contacts', personId), max: SAVES_AN_HOUR, windowMs: HOUR_MS };
    if (await takeWithinLimits([limit], now()))
      return refuse('input.invalid', {
        'contacts.0.mobile': 'You changed your contacts too often. Try again in one hour',
      });
    const own = contacts.findIndex(({ mobile }) => mobile === owner.mobile);
    if (own >= 0)
      return refuse('input.invalid', {
        [`contacts.${own}.mobile`]: 'This is your own number. Choose somebody else',
      });
    const wanted = { contacts, isTexted: isTexted && contacts.length > 0 };
    const replaced = await replaceContacts(personId, wanted, now());
    if (replaced && !isDeepStrictEqual(replaced.before, wanted)) tellPerson(replaced.person, 'contact');
    return ok(wanted);
  },
);
