import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { startPersonSession } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { makePerson } from './make-person.ts';
import { completeRegistrationInput } from './schema.ts';
import { findOpenRegistration, type Registration, updateRegistration } from './store.ts';

/**
 * Confirms the mobile, creates customer and subscription at AURA in one call, then the person and a session.
 * Safe to send twice: one request does the work, the other waits for it and ends in the same account.
 */
export const completeRegistration = verb(
  'registration.complete',
  completeRegistrationInput,
  async (_actor, { registrationId, code }) => {
    const registration = await findOpenRegistration(registrationId);
    if (!registration) return refuse('registration.expired');
    const confirmed = await confirmMobile(registration, code);
    if (!confirmed.ok) return confirmed;
    const created = await makePerson(registration, 'registration');
    if (!created.ok) return created;
    return ok({ cookies: await startPersonSession(created.value) });
  },
);

// A confirmed registration is taken up again without a code, after AURA was away; once it has made a
// person, only the code opens a session, so that a registration's id is never a way in.
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
