import 'server-only';
import { randomUUID } from 'node:crypto';
import { fetchCustomer } from '#lib/customers/directory/aura.ts';
import { findCustomer, type NewPerson } from '#lib/customers/person-store.ts';
import { maskMobile } from '#lib/customers/registration/model.ts';
import { fetchSubscriptions } from '#lib/customers/subscriptions/aura.ts';
import { factsOf, firstRecord } from '#lib/customers/subscriptions/model.ts';
import type { SubscriptionAtAura } from '#lib/customers/subscriptions/schema.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchSignup } from './aura.ts';
import { type SignedUp, signedUpOf } from './model.ts';
import type { HeldWhy, SignupOutcome } from './schema.ts';
import { insertSignupPerson, noteCustomer, type Signup } from './store.ts';

type Settled = Result<SignupOutcome, 'signup.not_at_aura' | 'aura.not_asked'>;

/** Reads the signup at AURA and imports its customer, ignoring all browser input. No call once settled. */
export async function settleSignup(actor: Actor, signup: Signup): Promise<Settled> {
  if (signup.confirmedAt && signup.customerId) return registered(signup.customerId);
  const answer = await fetchSignup(signup.auraSessionId);
  if (!answer.ok) return answer;
  const { customerId, reference } = answer.value;
  if (reference !== null && reference !== signup.id) return held('other_reference');
  return customerId === null ? ok({ kind: 'nobody_yet' }) : importCustomer(actor, signup, customerId);
}

async function importCustomer(actor: Actor, signup: Signup, customerId: number): Promise<Settled> {
  const at = now();
  const [customer, subscriptions] = await Promise.all([
    fetchCustomer(customerId),
    fetchSubscriptions(customerId),
  ]);
  const isUnavailable = [customer, subscriptions].some((each) => !each.ok && each.code === 'aura.not_asked');
  if (isUnavailable) return refuse('aura.not_asked');
  const who = customer.ok ? signedUpOf(customer.value) : null;
  const said = subscriptions.ok ? subscriptions.value : [];
  const why = who
    ? await insertSignupPerson(signup.id, personOf(customerId, who, said, at), at, (tx) =>
        audit(
          actor,
          { action: 'customer.take_in', subject: String(customerId), detail: `signup ${signup.id}` },
          tx,
        ),
      )
    : 'unreadable';
  if (why === null) return registered(customerId);
  await noteCustomer(signup.id, customerId);
  return held(why);
}

function personOf(
  auraCustomerId: number,
  who: SignedUp,
  said: readonly SubscriptionAtAura[],
  at: Date,
): NewPerson {
  return {
    ...who,
    id: randomUUID(),
    auraCustomerId,
    ...firstRecord(said, at),
    createdAt: at,
    origin: 'hosted_signup',
  };
}

async function registered(customerId: number): Promise<Settled> {
  const person = await findCustomer(customerId);
  if (!person || person.deletedAt) return held('deleted');
  const { standing } = factsOf(person, now());
  return ok({
    kind: 'registered',
    customerId,
    maskedMobile: maskMobile(person.mobile),
    isCovered: standing === 'active',
  });
}

function held(why: HeldWhy): Settled {
  return ok({ kind: 'held', why });
}
