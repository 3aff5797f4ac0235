import { isClosed } from '../callout-steps.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Callout, responseTypes } from '../world.ts';
import { findCustomer } from './customers.ts';
import { createdStatus, type Handlers, Refusal, type Reply } from './handler.ts';
import { isActive, subscriptionsOf } from './subscriptions.ts';
import { flatView, nestedView } from './views.ts';

export function findCallout(sandbox: Sandbox, id: number): Callout {
  const callout = sandbox.world.callouts[id];
  if (!callout) throw new Refusal(404, 'Callout not found.');
  return callout;
}

type CalloutRequest = {
  location: { latitude: number; longitude: number; accuracy?: number | undefined };
  responseTypeId: number;
  calloutClassificationId?: number | undefined;
};

function raiseCallout(sandbox: Sandbox, customerId: number, request: CalloutRequest): Reply {
  const customer = findCustomer(sandbox, customerId);
  const active = Object.values(sandbox.world.callouts).find(
    (callout) => callout.customerId === customer.id && !isClosed(callout),
  );
  if (active) {
    return {
      status: Number(sandbox.world.switches.existingCallout),
      body: { message: 'Existing active callout returned.', callout: flatView(sandbox, active) },
    };
  }
  const isEntitled = subscriptionsOf(sandbox, customer.id).some((one) => isActive(one, sandbox.now()));
  if (!isEntitled) {
    throw new Refusal(Number(sandbox.world.switches.noSubscription), 'Customer has no active subscription.');
  }
  if (!responseTypes.some((type) => type.id === request.responseTypeId)) {
    throw new Refusal(400, 'Unknown responseTypeId.');
  }
  const at = sandbox.nowText();
  const { latitude, longitude, accuracy } = request.location;
  const callout: Callout = {
    id: sandbox.nextId(),
    customerId: customer.id,
    createdAt: at,
    responseTypeId: request.responseTypeId,
    calloutClassificationId: request.calloutClassificationId ?? 1,
    trail: [{ latitude, longitude, accuracy: accuracy ?? null, at }],
    steps: [],
    cancelled: null,
    trackingToken: sandbox.secret(),
  };
  sandbox.world.callouts[callout.id] = callout;
  return {
    status: createdStatus(sandbox),
    body: { message: 'Callout created successfully.', callout: flatView(sandbox, callout) },
  };
}

export const callouts: Handlers<'createCallout' | 'readCallout'> = {
  createCallout: (sandbox, { params, body }) => raiseCallout(sandbox, params.customerId, body),

  readCallout: (sandbox, { params }) => ({
    status: 200,
    body: { message: 'Success', callout: nestedView(sandbox, findCallout(sandbox, params.calloutId)) },
  }),
};
