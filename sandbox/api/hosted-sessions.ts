import { Refusal } from '../refusal.ts';
import type { Handlers } from './handler.ts';

export const hostedSessions: Handlers<
  'createSignupSession' | 'readSignupSession' | 'createSubscriptionSession'
> = {
  createSignupSession: (sandbox, { body }) => {
    const sessionId = `css_${sandbox.secret()}`;
    sandbox.world.signupSessions[sessionId] = {
      sessionId,
      returnUrl: body.returnUrl,
      customerReferenceId: body.customerReferenceId ?? null,
      siteDetails: body.siteDetails ?? null,
    };
    const returnUrl = `${sandbox.origin}/hosted/signup?session=${sessionId}`;
    return { status: 200, body: { sessionId, customerId: null, returnUrl } };
  },

  readSignupSession: (sandbox, { params }) => {
    const session = sandbox.world.signupSessions[params.sessionId];
    if (!session) throw new Refusal(404, 'Session not found.');
    const { sessionId, customerReferenceId, siteDetails } = session;
    return { status: 200, body: { sessionId, customerId: null, customerReferenceId, siteDetails } };
  },

  createSubscriptionSession: (sandbox) => {
    if (sandbox.world.switches.subscriptionSession === 'refused') {
      throw new Refusal(400, 'No valid customerId found');
    }
    return {
      status: 200,
      body: { url: `${sandbox.origin}/hosted/subscription?session=${sandbox.secret()}` },
    };
  },
};
