import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { log } from '#lib/platform/log.ts';
import { createCustomer } from './aura.ts';
import { isInOtherScript } from './model.ts';
import {
  claimRegistration,
  insertPerson,
  insertRegistration,
  isMobileClaimed,
  type Registration,
  type RegistrationDetails,
  updateRegistration,
  wasAnswerLost,
} from './store.ts';
import { tellPerson } from './tell-person.ts';

/** Longer than the call to AURA can take, so that the lease outlives the work it protects. */
const CLAIM_MS = 15_000;
/** Covers a database restart. */
const KEEP_TRIES = 5;
const KEEP_AGAIN_MS = 500;
const WAIT_STEP_MS = 200;

type OutcomeCode =
  | 'registration.in_progress'
  | 'registration.mobile_known'
  | 'registration.answer_lost'
  | 'registration.aura_rejected'
  | 'registration.name_letters'
  | 'registration.aura_unavailable';

type Origin = 'registration' | 'operator';

/** Creates customer and subscription at AURA, then the person. Single flight per mobile. */
export async function makePerson(
  registration: Registration,
  origin: Origin,
): Promise<Result<string, OutcomeCode>> {
  const known = await findPersonByMobile(registration.mobile);
  if (known) return ok(known.id);
  const at = now();
  const isOurs = await claimRegistration(registration.id, at, new Date(at.getTime() + CLAIM_MS));
  if (isOurs) return createPerson(registration, origin, at);
  return (await waitForOther(registration.mobile)) ?? refuse('registration.aura_unavailable');
}

async function createPerson(
  registration: Registration,
  origin: Origin,
  at: Date,
): Promise<Result<string, OutcomeCode>> {
  const period = subscriptionPeriod(at);
  const outcome = await createCustomer({ ...registration, reference: registration.id, ...period });
  switch (outcome.kind) {
    case 'created':
      return ok(await keepPerson(registration, origin, outcome, period, at));
    case 'mobile_known':
      return settleKnownMobile(registration);
    case 'rejected':
      await giveUpClaim(registration);
      return refuse(
        isInOtherScript(registration) ? 'registration.name_letters' : 'registration.aura_rejected',
      );
    case 'not_created':
      await giveUpClaim(registration);
      return refuse('registration.aura_unavailable');
    case 'answer_lost':
      await updateRegistration(registration.id, { claimedUntil: null });
      return refuse('registration.aura_unavailable');
  }
}

// The claim set `answerLostAt`; AURA has answered, so the previous value is restored.
function giveUpClaim({ id, answerLostAt }: Registration): Promise<void> {
  return updateRegistration(id, { claimedUntil: null, answerLostAt });
}

export async function keepPerson(
  registration: Registration,
  origin: Origin,
  { customerId: auraCustomerId, latinAtAura }: { customerId: number; latinAtAura: boolean },
  period: { validFrom: Date; validTo: Date },
  at: Date,
): Promise<string> {
  const person = {
    // AURA has it as its reference since the customer was created.
    id: registration.id,
    mobile: registration.mobile,
    name: registration.name,
    surname: registration.surname,
    latinName: registration.latinName,
    latinAtAura,
    language: registration.language,
    termsVersion: registration.termsVersion,
    // The form said so beside its button.
    termsAcceptedAt: registration.termsVersion === null ? null : registration.startedAt,
    auraCustomerId,
    subscriptionTypeId: registration.subscriptionTypeId,
    subscriptionValidFrom: period.validFrom,
    subscriptionValidTo: period.validTo,
    createdAt: at,
    origin,
  };
  for (let triesLeft = KEEP_TRIES; ; triesLeft -= 1) {
    try {
      await insertPerson(person, registration.id);
      if (latinAtAura) tellPerson(person, 'latin');
      return person.id;
    } catch (error) {
      // The customer exists only at AURA; this log line is the way to link the person by hand.
      const lost = { err: error, registrationId: registration.id, auraCustomerId };
      log.error(lost, 'customer created at AURA but not stored');
      if (triesLeft === 1) throw error;
      await wait(KEEP_AGAIN_MS);
    }
  }
}

// A concurrent registration of the same mobile may have finished first; its person is the result.
async function settleKnownMobile(registration: Registration): Promise<Result<string, OutcomeCode>> {
  const { mobile } = registration;
  await giveUpClaim(registration);
  const other = await waitForOther(mobile);
  if (other) return other;
  return refuse((await wasAnswerLost(mobile)) ? 'registration.answer_lost' : 'registration.mobile_known');
}

/** The person created by a concurrent request for this mobile; null when there is none. */
async function waitForOther(mobile: string): Promise<Result<string, 'registration.in_progress'> | null> {
  const giveUpAt = monotonicMs() + CLAIM_MS;
  while (monotonicMs() < giveUpAt) {
    // Order matters: the lease ends in the transaction that creates the person.
    const isInProgress = await isMobileClaimed(mobile, now());
    const person = await findPersonByMobile(mobile);
    if (person) return ok(person.id);
    if (!isInProgress) return null;
    await wait(WAIT_STEP_MS);
  }
  return refuse('registration.in_progress');
}

/** For an operator: the mobile is not verified, and without a code nobody can complete the registration. */
export async function makePersonWithoutCode(id: string, details: RegistrationDetails, origin: Origin) {
  return makePerson(
    await insertRegistration({ id, codeId: randomUUID(), ...details, startedAt: now() }),
    origin,
  );
}
