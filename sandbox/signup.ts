// Outcomes of a hosted signup, and its redirect.
import { addCustomer } from './api/customers.ts';
import { addSubscription } from './api/subscriptions.ts';
import type { Sandbox } from './sandbox.ts';
import type { SignupEnding, SignupSession } from './world.ts';

const yearMs = 365 * 24 * 3_600_000;

export type SignupDetails = { name: string; surname: string; mobile: string; subscriptionTypeId: number };

export function findSignup(sandbox: Sandbox, linkToken: string): SignupSession | null {
  const all = Object.values(sandbox.world.signupSessions);
  return all.find((session) => session.linkToken === linkToken) ?? null;
}

/** A completed signup stays so; a failed or cancelled one may end again. */
export function endSignup(
  sandbox: Sandbox,
  session: SignupSession,
  ending: SignupEnding,
  details: SignupDetails | null,
): void {
  if (session.ending === 'completed') return;
  const isMade =
    ending === 'completed' ||
    (ending === 'failed' && sandbox.world.switches.failedSignup === 'unsubscribed_customer');
  if (isMade && details) makeCustomer(sandbox, session, details);
  if (ending === 'completed' && details && session.customerId !== null) {
    subscribe(sandbox, session.customerId, details.subscriptionTypeId);
  }
  session.ending = ending;
  session.endedAt = sandbox.nowText();
}

function makeCustomer(sandbox: Sandbox, session: SignupSession, details: SignupDetails): void {
  if (session.customerId !== null) return;
  const { name, surname, mobile } = details;
  const customer = addCustomer(sandbox, {
    name,
    surname,
    mobile,
    ...(session.email ? { email: session.email } : {}),
    ...(session.customerReferenceId ? { externalReferenceId: session.customerReferenceId } : {}),
  });
  session.customerId = customer.id;
}

function subscribe(sandbox: Sandbox, customerId: number, subscriptionTypeId: number): void {
  const validTo = new Date(sandbox.now() + yearMs).toISOString();
  const validFrom = sandbox.nowText();
  addSubscription(sandbox, { customerId, subscriptionTypeId, validFrom, validTo, dependantCustomerIds: [] });
}

/** The redirect URL with the query parameters that AURA would add. */
export function returnAddress(sandbox: Sandbox, session: SignupSession): string {
  const url = new URL(session.returnUrl);
  if (session.ending === null || sandbox.world.switches.signupReturn === 'nothing') return url.href;
  url.searchParams.set('status', session.ending);
  if (session.ending === 'failed') url.searchParams.set('error_code', 'payment_failed');
  url.searchParams.set('signupSessionId', session.sessionId);
  if (session.customerId !== null) url.searchParams.set('customerId', String(session.customerId));
  return url.href;
}
