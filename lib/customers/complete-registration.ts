import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createCustomer } from '#lib/customers/aura.ts';
import { REGISTRATION_LIFETIME_MS, subscriptionPeriod } from '#lib/customers/model.ts';
import { completeRegistrationInput } from '#lib/customers/schema.ts';
import {
  claimRegistration,
  findPersonByMobile,
  findRegistration,
  insertPerson,
  isMobileClaimed,
  type Registration,
  updateRegistration,
  wasAnswerLost,
} from '#lib/customers/store.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { startPersonSession } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { log } from '#lib/platform/log.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';

/** Longer than the call to AURA may take, so that a claim outlives the work that it protects. */
const CLAIM_MS = 15_000;
/** A database that restarts is back within these. */
const KEEP_TRIES = 5;
const KEEP_AGAIN_MS = 500;
const WAIT_STEP_MS = 200;

type OutcomeCode =
  | 'registration.expired'
  | 'registration.in_progress'
  | 'registration.mobile_known'
  | 'registration.answer_lost'
  | 'registration.aura_rejected'
  | 'registration.aura_unavailable';

/**
 * Confirms the mobile, creates customer and subscription at AURA in one call, then the person and a session.
 * Safe to send twice: one request does the work, the other waits for it and ends in the same account.
 */
export const completeRegistration = verb(
  'registration.complete',
  completeRegistrationInput,
  async (_actor, { registrationId, code }) => {
    const registration = await findOpen(registrationId);
    if (!registration) return refuse('registration.expired');
    const confirmed = await confirmMobile(registration, code);
    if (!confirmed.ok) return confirmed;
    const created = await personOf(registration);
    if (!created.ok) return created;
    return ok({ cookies: await startPersonSession(created.value) });
  },
);

function findOpen(registrationId: string): Promise<Registration | null> {
  return findRegistration(registrationId, new Date(now().getTime() - REGISTRATION_LIFETIME_MS));
}

// A confirmed registration is taken up again without a code, after AURA was away; once it has made a
// person, only the code opens a session, so that a registration's id is never a way in.
async function confirmMobile(
  registration: Registration,
  code: string | undefined,
): Promise<Result<true, 'code.wrong' | 'code.expired'>> {
  if (code === undefined) {
    return registration.mobileConfirmedAt && !registration.personId ? ok(true) : refuse('code.expired');
  }
  const redeemed = await redeemCode(registration.codeId, code);
  if (!redeemed.ok) return redeemed;
  await updateRegistration(registration.id, { mobileConfirmedAt: now() });
  return ok(true);
}

/** The id of the person that this registration ends in, whoever creates them. */
async function personOf(registration: Registration): Promise<Result<string, OutcomeCode>> {
  const known = await findPersonByMobile(registration.mobile);
  if (known) return ok(known.id);
  const at = now();
  const isOurs = await claimRegistration(registration.id, at, new Date(at.getTime() + CLAIM_MS));
  if (isOurs) return createPerson(registration, at);
  return (await waitForOther(registration.mobile)) ?? refuse('registration.aura_unavailable');
}

async function createPerson(registration: Registration, at: Date): Promise<Result<string, OutcomeCode>> {
  const period = subscriptionPeriod(at);
  const outcome = await createCustomer({ ...registration, ...period });
  switch (outcome.kind) {
    case 'created':
      return ok(await keepPerson(registration, outcome.customerId, period, at));
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

async function keepPerson(
  registration: Registration,
  auraCustomerId: number,
  period: { validFrom: Date; validTo: Date },
  at: Date,
): Promise<string> {
  const person = {
    id: randomUUID(),
    mobile: registration.mobile,
    name: registration.name,
    surname: registration.surname,
    auraCustomerId,
    subscriptionTypeId: registration.subscriptionTypeId,
    subscriptionValidFrom: period.validFrom,
    subscriptionValidTo: period.validTo,
    createdAt: at,
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
