import { closedStatus } from '#lib/aura/contract/operation.ts';
import { cancelledStatus, isClosed } from '../callout-steps.ts';
import { findCallout, findCustomer, isEntitled } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { announceCallout } from '../webhooks/announce.ts';
import { type Callout, responseTypes } from '../world.ts';
import { createdStatus, type Handlers, type Reply } from './handler.ts';
import { flatView, nestedView } from './views.ts';

const testClassification = 2;
const keptPositions = 100;

/** After the close nothing is changed any more, but the callout comes back as the sign to stop. */
function closedReply(sandbox: Sandbox, callout: Callout): Reply {
  return {
    status: closedStatus,
    body: { message: 'Callout is closed.', callout: nestedView(sandbox, callout) },
  };
}

/** What AURA does about other writes after the close is not known. */
export function refuseAfterClose(sandbox: Sandbox, callout: Callout): Reply {
  if (sandbox.world.switches.afterClose === '285') return closedReply(sandbox, callout);
  throw new Refusal(400, 'Callout is closed.');
}

function isActive(sandbox: Sandbox, callout: Callout): boolean {
  if (isClosed(callout)) return false;
  return callout.cancelledAt === null || sandbox.world.switches.cancelledCallout === 'stays_active';
}

function activeCallouts(sandbox: Sandbox, customerId?: number): Callout[] {
  return Object.values(sandbox.world.callouts).filter(
    (callout) =>
      (customerId === undefined || callout.customerId === customerId) && isActive(sandbox, callout),
  );
}

type Position = { latitude: number; longitude: number; accuracy?: number | undefined };
type NewCallout = {
  location: Position;
  responseTypeId: number;
  calloutClassificationId?: number | undefined;
};

function moveTo(sandbox: Sandbox, callout: Callout, { latitude, longitude, accuracy }: Position): void {
  callout.trail.push({ latitude, longitude, accuracy: accuracy ?? null, at: sandbox.nowText() });
  callout.trail = callout.trail.slice(-keptPositions);
}

function calloutReply(sandbox: Sandbox, status: number, message: string, callout: Callout): Reply {
  const view = flatView(sandbox, callout);
  return { status, body: sandbox.world.switches.newCallout === 'bare' ? view : { message, callout: view } };
}

function raiseCallout(sandbox: Sandbox, customerId: number, request: NewCallout, isLegacy = false): Reply {
  const { switches } = sandbox.world;
  const customer = findCustomer(sandbox, customerId);
  const [active] = activeCallouts(sandbox, customer.id);
  if (active) {
    return calloutReply(
      sandbox,
      Number(switches.existingCallout),
      'Existing active callout returned.',
      active,
    );
  }
  const calloutClassificationId = request.calloutClassificationId ?? 1;
  const isTest = calloutClassificationId === testClassification;
  const isFree =
    (isTest && switches.testCallout === 'anyone') || (isLegacy && switches.legacyCallout === 'anyone');
  if (!isFree && !isEntitled(sandbox, customer.id)) {
    throw new Refusal(Number(switches.noSubscription), 'Customer has no active subscription.');
  }
  if (!responseTypes.some((type) => type.id === request.responseTypeId)) {
    throw new Refusal(400, 'Unknown responseTypeId.');
  }
  const callout: Callout = {
    id: sandbox.nextId(),
    customerId: customer.id,
    createdAt: sandbox.nowText(),
    responseTypeId: request.responseTypeId,
    calloutClassificationId,
    trail: [],
    steps: [],
    cancelledAt: null,
    duressAt: null,
    events: [],
    exceptionReasons: [],
    trackingToken: sandbox.secret(),
  };
  moveTo(sandbox, callout, request.location);
  sandbox.world.callouts[callout.id] = callout;
  announceCallout(sandbox, 'NEW_CALLOUT', callout);
  return calloutReply(sandbox, createdStatus(sandbox), 'Callout created successfully.', callout);
}

function listOf(sandbox: Sandbox, callouts: Callout[]): Reply {
  const list = callouts.map((callout) => flatView(sandbox, callout));
  const isBare = sandbox.world.switches.activeList === 'bare';
  return { status: 200, body: isBare ? list : { message: 'Success', callouts: list } };
}

type Operations =
  | 'createCallout'
  | 'createLegacyCallout'
  | 'listActiveCallouts'
  | 'listCustomerCallouts'
  | 'readCallout'
  | 'updateLocation'
  | 'updateLocationAndRead'
  | 'cancelCallout'
  | 'dismissCallout';

export const callouts: Handlers<Operations> = {
  createCallout: (sandbox, { params, body }) => raiseCallout(sandbox, params.customerId, body),

  createLegacyCallout: (sandbox, { body }, bearer) => {
    const customerId = body.customerId ?? bearer?.customerId;
    if (!customerId) throw new Refusal(400, 'customerId: is missing');
    return raiseCallout(sandbox, customerId, body, true);
  },

  listActiveCallouts: (sandbox) => listOf(sandbox, activeCallouts(sandbox)),

  listCustomerCallouts: (sandbox, { params }) =>
    listOf(sandbox, activeCallouts(sandbox, findCustomer(sandbox, params.customerId).id)),

  readCallout: (sandbox, { params }) => {
    const callout = findCallout(sandbox, params.calloutId);
    if (isClosed(callout) && sandbox.world.switches.closedRead === '404') {
      throw new Refusal(404, 'Callout not found.');
    }
    return { status: 200, body: { message: 'Success', callout: nestedView(sandbox, callout) } };
  },

  updateLocation: (sandbox, { params, body }) => {
    const callout = findCallout(sandbox, params.calloutId);
    if (isClosed(callout)) return closedReply(sandbox, callout);
    moveTo(sandbox, callout, body);
    return { status: 200, body: { message: 'Location updated.' } };
  },

  updateLocationAndRead: (sandbox, { params, body }) => {
    const callout = findCallout(sandbox, params.calloutId);
    if (isClosed(callout)) return closedReply(sandbox, callout);
    moveTo(sandbox, callout, body);
    return { status: 200, body: { message: 'Location updated.', callout: nestedView(sandbox, callout) } };
  },

  cancelCallout: (sandbox, { params, body }) => {
    const callout = findCallout(sandbox, params.calloutId);
    if (isClosed(callout)) return refuseAfterClose(sandbox, callout);
    const isWrong = body.safeCode !== undefined && body.safeCode !== safeCodeOf(sandbox, callout);
    if (isWrong) {
      callout.duressAt ??= sandbox.nowText();
      if (sandbox.world.switches.wrongSafeCode === 'refused') throw new Refusal(400, 'Invalid safe code.');
      return {
        status: 200,
        body: { callout: cancelView(sandbox, { ...callout, cancelledAt: callout.duressAt }) },
      };
    }
    callout.cancelledAt ??= sandbox.nowText();
    const byCustomer = body.safeCode !== undefined;
    announceCallout(
      sandbox,
      byCustomer ? 'CALLOUT_SOFT_CANCELLED_BY_CUSTOMER' : 'CALLOUT_NO_LONGER_REQUIRES_RESPONSE',
      callout,
    );
    return { status: 200, body: { callout: cancelView(sandbox, callout) } };
  },

  dismissCallout: (sandbox, { params }) => {
    const callout = findCallout(sandbox, params.calloutId);
    callout.cancelledAt ??= sandbox.nowText();
    return { status: 200, body: { message: `Success: ${cancelledStatus}` } };
  },
};

function safeCodeOf(sandbox: Sandbox, callout: Callout): string {
  return findCustomer(sandbox, callout.customerId).profile.mobile.slice(-4);
}

function cancelView(sandbox: Sandbox, callout: Callout) {
  const isFlat = sandbox.world.switches.cancelAnswer === 'flat';
  return isFlat ? flatView(sandbox, callout) : nestedView(sandbox, callout);
}
