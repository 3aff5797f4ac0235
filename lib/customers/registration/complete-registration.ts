import 'server-only';
import { findPerson } from '#lib/customers/person-store.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { confirmSurname, noteLateSignIn } from './late-sign-in.ts';
import { makePerson } from './make-person.ts';
import { completeRegistrationInput } from './schema.ts';
import { findOpenRegistration, type Registration, updateRegistration } from './store.ts';

/** Verifies the mobile, creates the customer at AURA, then person and session. Idempotent. */
export const completeRegistration = verb(
  'registration.complete',
  completeRegistrationInput,
  async (actor, { registrationId, code, ...browser }) => {
    const registration = await findOpenRegistration(registrationId);
    if (!registration) return refuse('registration.expired');
    const confirmed = await confirmMobile(registration, code);
    if (!confirmed.ok) return confirmed;
    const created = await makePerson(registration, 'registration');
    if (!created.ok) return created;
    // Of a number that has its person already, this is a sign-in.
    const person = await findPerson(created.value);
    const owner = person && (await confirmSurname(actor, person, registration.surname || registration.name));
    if (owner && !owner.ok) return owner;
    if (person && owner?.value.isLate) await noteLateSignIn(actor, person);
    // Whoever registers has just typed a code from their mobile: they need no message about it.
    const { cookies } = await startPersonSession(created.value, { ...browser, codeId: registration.codeId });
    return ok({ cookies });
  },
);

// A verified registration continues without a code after AURA was unavailable. Once it has a person, only the
// code opens a session: the registration id must not become a credential.
async function confirmMobile(
  registration: Registration,
  code: string | undefined,
): Promise<Result<true, 'code.wrong' | 'code.expired' | 'registration.completed'>> {
  if (code === undefined) {
    if (!registration.mobileConfirmedAt) return refuse('code.expired');
    return registration.personId ? refuse('registration.completed') : ok(true);
  }
  const redeemed = await redeemCode(registration.codeId, code);
  if (!redeemed.ok) return redeemed;
  await updateRegistration(registration.id, { mobileConfirmedAt: now() });
  return ok(true);
}
