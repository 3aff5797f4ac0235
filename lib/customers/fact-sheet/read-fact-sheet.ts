import 'server-only';
import { z } from 'zod';
import { findPerson } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchProfile } from './aura.ts';
import { isOld } from './model.ts';
import type { ShownFacts } from './schema.ts';

/** The person's fact sheet as AURA has it; we keep only when it was last confirmed. */
export const readFactSheet = verb('profile.read', z.object({}), async (actor) => {
  const person = await findPerson(actor.personId);
  if (!person) return refuse('session.required');
  const read = await fetchProfile(person.auraCustomerId);
  if (!read.ok) return read;
  const { factsConfirmedAt } = person;
  return ok({
    facts: read.value.facts,
    confirmedAt: factsConfirmedAt?.toISOString() ?? null,
    isOld: isOld(factsConfirmedAt, read.value.facts, now()),
  } satisfies ShownFacts);
});
