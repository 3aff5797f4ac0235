import 'server-only';
import { z } from 'zod';
import { keptAlarmSettings } from '#lib/customers/alarm-settings/schema.ts';
import { listContacts } from '#lib/customers/contact-store.ts';
import { findPerson } from '#lib/customers/person-store.ts';
import { factsOf } from '#lib/customers/subscriptions/model.ts';
import { contactsOf } from '#lib/customers/trusted-contact.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { maskMobile } from './model.ts';

/** The panic page must render without the database. */
const BUDGET_MS = 1_000;

/** Address, contact, the chosen kind of help, how the person presses and the subscription, beside the button; empty while the database is unavailable. */
export const readPressAids = verb('profile.read', z.object({}), async (actor) => {
  const { person, contacts } = await knownPerson(actor.personId);
  const [first] = person ? contactsOf(person, contacts).contacts : [];
  const { responseTypeId = null } = person ?? {};
  return ok({
    // The page shows no name: others may look at the phone.
    contact: first ? { mobile: first.mobile } : null,
    hasSavedAddress: person?.savedAt != null,
    chosenHelpId: responseTypeId,
    alarm: keptAlarmSettings(person?.alarmSettings),
    hasNewTerms: person !== null && person.termsVersion !== env.TERMS_VERSION,
    ready: {
      subscription: person && factsOf(person, now()),
      maskedMobile: person && maskMobile(person.mobile),
    },
  });
});

async function knownPerson(personId: string) {
  try {
    const known = Promise.all([findPerson(personId), listContacts(personId)]);
    const [person, contacts] = await withTimeout(known, BUDGET_MS);
    return { person, contacts };
  } catch (error) {
    log.warn({ error: describeError(error) }, 'panic page rendered without the profile');
    return { person: null, contacts: [] };
  }
}
