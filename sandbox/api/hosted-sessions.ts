import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { SignupSession } from '../world.ts';
import type { Handlers } from './handler.ts';

const minuteMs = 60_000;

export const hostedSessions: Handlers<
  'createSignupSession' | 'readSignupSession' | 'createSubscriptionSession'
> = {
  createSignupSession: (sandbox, { body }) => {
    const sessionId = `css_${sandbox.secret()}`;
    const linkToken = sandbox.secret();
    sandbox.world.signupSessions[sessionId] = {
      sessionId,
      linkToken,
      returnUrl: body.returnUrl,
      email: body.email ?? null,
      customerReferenceId: body.customerReferenceId ?? null,
      siteDetails: body.siteDetails ?? null,
      ending: null,
      endedAt: null,
      customerId: null,
    };
    return {
      status: 200,
      body: { session: { sessionId, customerId: null, returnUrl: signupPage(sandbox, linkToken) } },
    };
  },

  readSignupSession: (sandbox, { params }) => {
    const session = sandbox.world.signupSessions[params.sessionId];
    if (!session) throw new Refusal(404, 'Session not found.');
    return { status: 200, body: { session: signupView(sandbox, session) } };
  },

  createSubscriptionSession: (sandbox, _request, bearer) => {
    if (!bearer?.isOwn && sandbox.world.switches.subscriptionSession === 'refused') {
      throw new Refusal(400, 'No valid customerId found');
    }
    return {
      status: 200,
      body: { session: { url: `${sandbox.origin}/hosted/subscription?session=${sandbox.secret()}` } },
    };
  },
};

function signupPage(sandbox: Sandbox, linkToken: string): string {
  const isGood = sandbox.world.switches.signupPage === 'good';
  return `${isGood ? sandbox.origin : 'https://signup.invalid'}/hosted/signup?session=${linkToken}`;
}

function signupView(sandbox: Sandbox, session: SignupSession) {
  const { sessionId, linkToken, customerReferenceId, siteDetails, ending } = session;
  const customerId = namedCustomer(sandbox, session);
  if (sandbox.world.switches.signupSession === 'older') {
    return {
      id: sessionId,
      status: ending ?? 'pending_verification',
      url: signupPage(sandbox, linkToken),
      customerId,
    };
  }
  return { sessionId, customerId, customerReferenceId, siteDetails };
}

function namedCustomer(sandbox: Sandbox, { customerId, endedAt }: SignupSession): number | null {
  const isLate = sandbox.world.switches.signupCustomer === 'after_a_minute';
  return isLate && sandbox.now() < Date.parse(endedAt ?? '') + minuteMs ? null : customerId;
}
