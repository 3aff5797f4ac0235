// Maps the world to AURA's JSON. Switches decide what the documentation leaves open.
import { documentedStatusOf, statusOf, stepTime } from '../callout-steps.ts';
import type { Sandbox } from '../sandbox.ts';
import {
  type Callout,
  type CalloutEvent,
  type Customer,
  responseTypes,
  type Subscription,
} from '../world.ts';

function spelledNumber(sandbox: Sandbox, value: number): number | string {
  return sandbox.world.switches.numbers === 'text' ? String(value) : value;
}

function spelledStatus(sandbox: Sandbox, callout: Callout): string {
  const { statusSpelling, statusTexts } = sandbox.world.switches;
  const status = statusTexts === 'documented' ? documentedStatusOf(callout) : statusOf(callout);
  if (statusSpelling === 'lower') return status.toLowerCase();
  return statusSpelling === 'upper' ? status.toUpperCase() : status;
}

export function customerView(sandbox: Sandbox, customer: Customer) {
  const { name, surname, mobile, ...profile } = customer.profile;
  const isOlder = sandbox.world.switches.customerKeys === 'firstName';
  return {
    ...profile,
    ...(isOlder ? { firstName: name, lastName: surname, mobileNumber: mobile } : { name, surname, mobile }),
    [sandbox.world.switches.customerIdKey]: spelledNumber(sandbox, customer.id),
    customerSourceId: 12,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
  };
}

/** The tracking URL, or its switched variant. */
function trackingUrl(sandbox: Sandbox, callout: Callout): string | undefined {
  const query = `sessionToken=${callout.trackingToken}&calloutId=${callout.id}`;
  switch (sandbox.world.switches.trackingUrl) {
    case 'absent':
      return undefined;
    case 'not_https':
      return `http://tracking.invalid/track?${query}`;
    case 'foreign':
      return `https://tracking.invalid/track?${query}`;
    default:
      return `${sandbox.origin}/track?${query}`;
  }
}

function lastPosition(callout: Callout) {
  return callout.trail.at(-1) ?? { latitude: 0, longitude: 0 };
}

export function flatView(sandbox: Sandbox, callout: Callout) {
  const { latitude, longitude } = lastPosition(callout);
  return {
    [sandbox.world.switches.calloutIdKey]: spelledNumber(sandbox, callout.id),
    customerId: spelledNumber(sandbox, callout.customerId),
    predefinedLocationId: callout.predefinedLocationId,
    status: spelledStatus(sandbox, callout),
    url: trackingUrl(sandbox, callout),
    latitude: spelledNumber(sandbox, latitude),
    longitude: spelledNumber(sandbox, longitude),
    responseTypeId: callout.responseTypeId,
    calloutClassificationId: callout.calloutClassificationId,
    createdAt: callout.createdAt,
  };
}

export function nestedView(sandbox: Sandbox, callout: Callout) {
  const { switches } = sandbox.world;
  const { latitude, longitude } = lastPosition(callout);
  const classification = {
    calloutClassification: { value: callout.calloutClassificationId === 2 ? 'TEST' : 'REAL' },
  };
  const isShort = switches.positionKeys === 'lat';
  const isInIncident = switches.classificationPlace === 'incident';
  return {
    [switches.calloutIdKey]: spelledNumber(sandbox, callout.id),
    internalTest: false,
    ...(isInIncident ? {} : classification),
    ...(switches.nestedStatus === 'present' ? { status: spelledStatus(sandbox, callout) } : {}),
    ...(switches.nestedUrl === 'present' ? { url: trackingUrl(sandbox, callout) } : {}),
    incidentInformation: [
      {
        ...(isInIncident ? classification : {}),
        predefinedLocationId: callout.predefinedLocationId,
        typeOfEmergency: { description: callout.responseTypeId === 2 ? 'Medical' : 'Security' },
        [switches.categoryKey]: { description: 'Panic button' },
        responseType: {
          value: responseTypes.find((type) => type.id === callout.responseTypeId)?.value ?? 'SECURITY',
        },
        calloutCurrentLocation: {
          [isShort ? 'lat' : 'latitude']: String(latitude),
          [isShort ? 'lon' : 'longitude']: String(longitude),
          formattedAddress: 'Sandbox Street 1 (not a real address)',
        },
        ...dispatchView(callout),
      },
    ],
  };
}

/** AURA's field names here are unknown, so all is nested under one key that cannot be AURA's. */
function dispatchView(callout: Callout) {
  const dispatchedAt = stepTime(callout, 'dispatch');
  if (!dispatchedAt) return {};
  return {
    sandboxDispatch: {
      responder: 'Sandbox Responder',
      supplier: 'Sandbox Supplier (nobody will come)',
      dispatchedAt,
      arrivedAt: stepTime(callout, 'arrive'),
      completedAt: stepTime(callout, 'complete'),
    },
  };
}

export function subscriptionView(sandbox: Sandbox, subscription: Subscription) {
  return {
    id: spelledNumber(sandbox, subscription.id),
    customerId: spelledNumber(sandbox, subscription.customerId),
    subscriptionTypeId: subscription.subscriptionTypeId,
    validFrom: subscription.validFrom,
    validTo: subscription.validTo,
    CancelledDate: subscription.cancelledAt,
    ...(sandbox.world.switches.subscriptionStatus === 'present' ? { status: 'active' } : {}),
  };
}

export function eventView(sandbox: Sandbox, callout: Callout, event: CalloutEvent) {
  const { eventShape, eventKeys, senderKey, senderPlace } = sandbox.world.switches;
  const head = { id: spelledNumber(sandbox, event.id), calloutId: callout.id, createdAt: event.createdAt };
  const sender = { [senderKey]: event.source };
  const isInside = senderPlace === 'inside';
  if (eventShape === 'message') return { ...head, ...(isInside ? {} : sender), message: event.text };
  return {
    ...head,
    ...(isInside ? {} : sender),
    calloutEventTypeId: 1,
    event: { [eventKeys]: event.text, ...(isInside ? sender : {}) },
    createdBy: event.source,
    integrationUserId: null,
    updatedAt: event.createdAt,
    calloutEventType: { id: 1, value: 'MESSAGE' },
    calloutEventTags: (event.text.match(/@\w+/g) ?? []).map((tag) => ({ value: tag })),
    integrationUser: null,
  };
}
