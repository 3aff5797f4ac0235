// The contract: the only description of AURA's paths and bodies, for client, sandbox, conformance and docs.
import { giveExceptionReason, listEvents, listExceptionReasons, sendEvent } from './callout-events.ts';
import { listRatingItems, rateCallout, rateItem, readMap, readResolutionReport } from './callout-outcomes.ts';
import {
  cancelCallout,
  createCallout,
  createLegacyCallout,
  dismissCallout,
  listActiveCallouts,
  listCustomerCallouts,
  readCallout,
  updateLocation,
  updateLocationAndRead,
} from './callouts.ts';
import { createCustomer, deleteCustomer, readCustomer, updateCustomer } from './customers.ts';
import { registerDevice, sendDeviceEvent } from './devices.ts';
import {
  createFixedLocation,
  createFixedLocationCallout,
  deleteFixedLocation,
  listFixedLocations,
  readFixedLocation,
  updateFixedLocation,
} from './fixed-locations.ts';
import { createSignupSession, createSubscriptionSession, readSignupSession } from './hosted-sessions.ts';
import { createCalloutToken, createToken } from './oauth.ts';
import type { Operation } from './operation.ts';
import { listResponseTypes, readCoverage } from './response-types.ts';
import {
  cancelSubscription,
  createSubscription,
  listCustomerSubscriptions,
  listSubscriptionTypes,
  readSubscription,
  renewSubscription,
} from './subscriptions.ts';
import { registerWebhook } from './webhooks.ts';

/** Date of the last review of the evidence. */
export const evidenceReadOn = '2026-11-30';

export const operations = {
  createToken,
  createCalloutToken,
  createCustomer,
  readCustomer,
  updateCustomer,
  deleteCustomer,
  createSignupSession,
  readSignupSession,
  createSubscriptionSession,
  listSubscriptionTypes,
  createSubscription,
  listCustomerSubscriptions,
  readSubscription,
  renewSubscription,
  cancelSubscription,
  createCallout,
  createLegacyCallout,
  listActiveCallouts,
  listCustomerCallouts,
  readCallout,
  updateLocation,
  updateLocationAndRead,
  listEvents,
  sendEvent,
  cancelCallout,
  dismissCallout,
  listExceptionReasons,
  giveExceptionReason,
  readMap,
  readResolutionReport,
  rateCallout,
  rateItem,
  listRatingItems,
  listResponseTypes,
  readCoverage,
  createFixedLocation,
  listFixedLocations,
  readFixedLocation,
  updateFixedLocation,
  deleteFixedLocation,
  createFixedLocationCallout,
  registerDevice,
  sendDeviceEvent,
  registerWebhook,
};

export type Operations = typeof operations;
export type OperationId = keyof Operations;

// Safe because OperationId is made of these keys.
export const operationIds = Object.keys(operations) as OperationId[];

/** A row without its exact types. */
export function rowOf(id: OperationId): Operation {
  return operations[id];
}

export function mapOperations<Value>(
  make: (id: OperationId, row: Operation) => Value,
): Record<OperationId, Value> {
  // Safe because it covers every id once.
  return Object.fromEntries(operationIds.map((id) => [id, make(id, rowOf(id))])) as Record<
    OperationId,
    Value
  >;
}
