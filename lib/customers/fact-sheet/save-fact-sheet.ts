import 'server-only';
import { findPerson, updatePerson } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchProfile, writeFacts } from './aura.ts';
import { factKeys, factSheetInput } from './schema.ts';

/** Writes the fact sheet to AURA, reads it back, and says what AURA has otherwise. Nothing of it is kept here. */
export const saveFactSheet = verb('profile.save_facts', factSheetInput, async (actor, facts) => {
  const person = await findPerson(actor.personId);
  if (!person) return refuse('session.required');
  const before = await fetchProfile(person.auraCustomerId);
  if (!before.ok) return refuse('facts.not_saved');
  const written = await writeFacts(person.auraCustomerId, facts, before.value);
  if (!written.ok) return written;
  await updatePerson(person.id, { factsConfirmedAt: now() });
  const after = await fetchProfile(person.auraCustomerId);
  const held = after.ok ? after.value.facts : facts;
  return ok({ facts: held, differing: factKeys.filter((key) => held[key] !== facts[key]) });
});
