import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { acceptTermsInput } from './schema.ts';

/** Keeps which terms the person accepted, and when: those that they saw, or none. */
export const acceptTerms = verb('profile.accept_terms', acceptTermsInput, async (actor, { termsVersion }) => {
  if (termsVersion !== env.TERMS_VERSION) return refuse('terms.changed');
  await updatePerson(actor.personId, { termsVersion, termsAcceptedAt: now() });
  return ok(null);
});
