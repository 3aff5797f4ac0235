import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { log } from '#lib/platform/log.ts';
import { createCustomer } from './aura.ts';
import {
  claimRegistration,
  insertPerson,
  insertRegistration,
  isMobileClaimed,
  type Registration,
  updateRegistration,
  wasAnswerLost,
} from './store.ts';

/** Longer than the call to AURA may take, so that a claim outlives the work that it protects. */
const CLAIM_MS = 15_000;
/** A database that restarts is back within these. */
const KEEP_TRIES = 5;
const KEEP_AGAIN_MS = 500;
const WAIT_STEP_MS = 200;

type OutcomeCode =
  | 'registration.in_progress'
  | 'registration.mobile_known'
  | 'registration.answer_lost'
  | 'registration.aura_rejected'
  | 'registration.aura_unavailable';

/** Who typed the details: the person, or an operator for them. */
type Origin = 'registration' | 'operator';

/**
 * The id of the person that a registration ends in, whoever creates them: customer and subscription at AURA in
 * one call, then the person. Of any number of callers for one mobile one does the work, and the others wait for it.
 */
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
      return ok(await keepPerson(registration, origin, outcome.customerId, period, at));
    case 'mobile_known':
      return settleKnownMobile(registration);
    case 'rejected':
      await giveUpClaim(registration);
      return refuse('registration.aura_rejected');
    case 'not_created':
      await giveUpClaim(registration);
      return refuse('registration.aura_unavailable');
    case 'answer_lost':
      await updateRegistration(registration.id, { claimedUntil: null });
      return refuse('registration.aura_unavailable');
  }
}

// The claim noted that an answer may be lost; AURA has answered, so what was known before it holds again.
function giveUpClaim({ id, answerLostAt }: Registration): Promise<void> {
  return updateRegistration(id, { claimedUntil: null, answerLostAt });
}

/** Keeps the person of a customer whom AURA has made, and ends their registration. */
export async function keepPerson(
  registration: Registration,
  origin: Origin,
  auraCustomerId: number,
  period: { validFrom: Date; validTo: Date },
  at: Date,
): Promise<string> {
  const person = {
    // AURA has it as its reference for them since before they exist here.
    id: registration.id,
    mobile: registration.mobile,
    name: registration.name,
    surname: registration.surname,
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
      return person.id;
    } catch (error) {
      // The customer exists at AURA and only this line says so: with it the person can be linked by hand.
      const lost = { err: error, registrationId: registration.id, auraCustomerId };
      log.error(lost, 'customer created but not kept');
      if (triesLeft === 1) throw error;
      await wait(KEEP_AGAIN_MS);
    }
  }
}

// A second registration for the same mobile may have been a moment faster; then its person is ours too.
async function settleKnownMobile(registration: Registration): Promise<Result<string, OutcomeCode>> {
  const { mobile } = registration;
  await giveUpClaim(registration);
  const other = await waitForOther(mobile);
  if (other) return other;
  return refuse((await wasAnswerLost(mobile)) ? 'registration.answer_lost' : 'registration.mobile_known');
}

/** The person whom another request is making for this mobile; null when none is under way. */
async function waitForOther(mobile: string): Promise<Result<string, 'registration.in_progress'> | null> {
  const giveUpAt = monotonicMs() + CLAIM_MS;
  while (monotonicMs() < giveUpAt) {
    // In this order: a claim ends in the transaction that makes the person.
    const isUnderWay = await isMobileClaimed(mobile, now());
    const person = await findPersonByMobile(mobile);
    if (person) return ok(person.id);
    if (!isUnderWay) return null;
    await wait(WAIT_STEP_MS);
  }
  return refuse('registration.in_progress');
}

/** The same for details whose mobile is not proved yet: no code of theirs exists, so that nobody can complete them. */
export async function makePersonWithoutCode(
  id: string,
  details: Pick<Registration, 'name' | 'surname' | 'mobile' | 'subscriptionTypeId'>,
  origin: Origin,
) {
  return makePerson(
    await insertRegistration({ id, codeId: randomUUID(), ...details, startedAt: now() }),
    origin,
  );
}
