import { closedStatus } from '#lib/aura/contract/operation.ts';
import { cancelledStatus, isClosed } from '../callout-steps.ts';
import { findCallout, findCustomer, isEntitled } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { announceCallout } from '../webhooks/announce.ts';
import { type Callout, type FixedLocation, responseTypes } from '../world.ts';
import { createdStatus, type Handlers, type Reply } from './handler.ts';
import { flatView, nestedView } from './views.ts';

const testClassification = 2;
const keptPositions = 100;

/** After the close, updates change nothing and answer with the callout, as the signal to stop. */
function closedReply(sandbox: Sandbox, callout: Callout): Reply {
  return {
    status: closedStatus,
    body:
      sandbox.world.switches.closedAnswer === 'bare'
        ? nestedView(sandbox, callout)
        : { message: 'Callout is closed.', callout: nestedView(sandbox, callout) },
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
  location?: Position | { predefinedLocationId: number } | undefined;
  predefinedLocationId?: number | undefined;
  responseTypeId: number;
  calloutClassificationId?: number | undefined;
};

function moveTo(sandbox: Sandbox, callout: Callout, { latitude, longitude, accuracy }: Position): void {
  callout.trail.push({ latitude, longitude, accuracy: accuracy ?? null, at: sandbox.nowText() });
  callout.trail = callout.trail.slice(-keptPositions);
}

function calloutReply(sandbox: Sandbox, status: number, message: string, callout: Callout): Reply {
  return { status, body: { message, callout: flatView(sandbox, callout) } };
}

/** Position of a new callout: as given, or of a fixed location. */
function placeOf(sandbox: Sandbox, request: NewCallout): { position: Position; place: FixedLocation | null } {
  const { location, predefinedLocationId } = request;
  if (location && 'latitude' in location) return { position: location, place: null };
  const isInside = location !== undefined;
  if (isInside !== (sandbox.world.switches.locationKey === 'location')) {
    throw new Refusal(400, 'location: is missing');
  }
  const place = sandbox.world.fixedLocations[location?.predefinedLocationId ?? predefinedLocationId ?? 0];
  if (!place) throw new Refusal(400, 'Unknown predefinedLocationId.');
  return { position: { latitude: Number(place.latitude), longitude: Number(place.longitude) }, place };
}

/** Whether a callout is allowed without a subscription. */
function isExcused(sandbox: Sandbox, isTest: boolean, isLegacy: boolean, isFirst: boolean): boolean {
  const { testCallout, legacyCallout, graceCallout } = sandbox.world.switches;
  return (
    (isTest && testCallout === 'anyone') ||
    (isLegacy && legacyCallout === 'anyone') ||
    (isFirst && graceCallout === 'allowed')
  );
}

export function raiseCallout(
  sandbox: Sandbox,
  customerId: number,
  request: NewCallout,
  isLegacy = false,
): Reply {
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
  const isFirst = !Object.values(sandbox.world.callouts).some((one) => one.customerId === customer.id);
  const isTest = request.calloutClassificationId === testClassification;
  if (!isEntitled(sandbox, customer.id) && !isExcused(sandbox, isTest, isLegacy, isFirst)) {
    throw new Refusal(Number(switches.noSubscription), 'Customer has no active subscription.');
  }
  if (!responseTypes.some((type) => type.id === request.responseTypeId)) {
    throw new Refusal(Number(switches.unknownResponseType), 'Unknown responseTypeId.');
  }
  const { position, place } = placeOf(sandbox, request);
  const isTrial = isFirst && switches.firstCallout === 'test';
  const callout: Callout = {
    id: sandbox.nextId(),
    customerId: customer.id,
    createdAt: sandbox.nowText(),
    responseTypeId: request.responseTypeId,
    calloutClassificationId: isTrial ? testClassification : (request.calloutClassificationId ?? 1),
    predefinedLocationId: place?.id ?? null,
    trail: [],
    steps: [],
    cancelledAt: null,
    duressAt: null,
    events: [],
    exceptionReasons: [],
    trackingToken: sandbox.secret(),
  };
  moveTo(sandbox, callout, position);
  sandbox.world.callouts[callout.id] = callout;
  announceCallout(sandbox, 'NEW_CALLOUT', callout);
  return calloutReply(sandbox, createdStatus(sandbox), 'Callout created successfully.', callout);
}

function listOf(sandbox: Sandbox, callouts: Callout[]): Reply {
  const list = callouts.map((callout) => flatView(sandbox, callout));
  return { status: 200, body: { message: 'Success', callouts: list } };
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
    if (sandbox.world.switches.updateAndReturnPath === 'another') throw new Refusal(404, 'Not found.');
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
