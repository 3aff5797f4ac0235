import 'server-only';
import { z } from 'zod';
import { keptAlarmSettings } from '#lib/customers/alarm-settings/schema.ts';
import { listContacts } from '#lib/customers/contact-store.ts';
import { findPerson } from '#lib/customers/person-store.ts';
import { factsOf } from '#lib/customers/subscriptions/model.ts';
import { contactsOf } from '#lib/customers/trusted-contact.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { partsOf } from '#lib/geo/kept-place.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { openedWords } from '#lib/platform/unopened.ts';
import { listSubscriptionTypes } from './list-subscription-types.ts';
import { maskMobile } from './model.ts';
import type { Profile } from './schema.ts';

export const readProfile = verb('profile.read', z.object({}), async (actor) => {
  const person = await findPerson(actor.personId);
  if (!person) return refuse('session.required');
  const { latitude, longitude } = partsOf(person.savedPlace);
  return ok({
    name: person.name,
    surname: person.surname,
    latinName: person.latinName,
    latinAtAura: person.latinAtAura,
    hasAcceptedTerms: person.termsVersion === env.TERMS_VERSION,
    maskedMobile: maskMobile(person.mobile),
    subscription: await subscriptionName(actor, person.subscriptionTypeId),
    subscriptionFacts: factsOf(person, now()),
    address:
      latitude === null || longitude === null
        ? null
        : { address: openedWords(person.savedAddress) ?? '', latitude, longitude },
    trusted: contactsOf(person, await listContacts(person.id)),
    language: person.language,
    alarm: keptAlarmSettings(person.alarmSettings),
  } satisfies Profile);
});

async function subscriptionName(actor: PersonActor, id: number): Promise<string | null> {
  const types = await listSubscriptionTypes(actor, {});
  return (types.ok && types.value.find((type) => type.id === id)?.name) || null;
}
