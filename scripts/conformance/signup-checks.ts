import assert from 'node:assert/strict';
import { endSignup, returnAddress } from '#sandbox/signup.ts';
import type { SignupEnding, SignupSession } from '#sandbox/world.ts';
import type { Bench } from './bench.ts';

export type SignupSwitch =
  | 'signupPage'
  | 'signupSession'
  | 'signupCustomer'
  | 'failedSignup'
  | 'signupReturn';

type Check = (bench: Bench, position: string) => Promise<void>;

/** A signup ended on the hosted page. */
async function endedSignup(bench: Bench, ending: SignupEnding): Promise<SignupSession> {
  const { sessionId } = await bench.client.createSignupSession({ returnUrl: 'https://vigil.test/back' });
  const session = bench.sandbox.world.signupSessions[sessionId];
  assert.ok(session);
  const details = { name: 'Jane', surname: 'Doe', mobile: bench.mobile(), subscriptionTypeId: 4 };
  endSignup(bench.sandbox, session, ending, details);
  return session;
}

export const signupChecks: Record<SignupSwitch, Check> = {
  signupPage: async ({ client }, position) => {
    const opening = client.createSignupSession({ returnUrl: 'https://vigil.test/back' });
    if (position === 'good') assert.ok((await opening).url);
    else await assert.rejects(opening, { kind: 'contract' });
  },
  signupSession: async (bench, position) => {
    const { sessionId, customerId } = await endedSignup(bench, 'completed');
    const read = await bench.client.readSignupSession({ sessionId });
    assert.deepEqual([read.sessionId, read.customerId], [sessionId, customerId]);
    assert.equal(read.status, position === 'older' ? 'completed' : null);
    assert.deepEqual(bench.client.drift(), {});
  },
  signupCustomer: async (bench, position) => {
    const { sessionId, customerId } = await endedSignup(bench, 'completed');
    const named = async () => (await bench.client.readSignupSession({ sessionId })).customerId;
    assert.equal(await named(), position === 'at_once' ? customerId : null);
    bench.sandbox.world.clockOffsetMs += 61_000;
    assert.equal(await named(), customerId);
  },
  failedSignup: async (bench, position) => {
    const { customerId } = await endedSignup(bench, 'failed');
    if (position === 'nobody') return assert.equal(customerId, null);
    assert.ok(customerId);
    const { subscriptions } = await bench.client.listCustomerSubscriptions({ customerId });
    assert.deepEqual(subscriptions, []);
  },
  signupReturn: async (bench, position) => {
    const session = await endedSignup(bench, 'failed');
    const { searchParams } = new URL(returnAddress(bench.sandbox, session));
    const said = position === 'all' ? ['failed', 'payment_failed'] : [null, null];
    assert.deepEqual([searchParams.get('status'), searchParams.get('error_code')], said);
  },
};
