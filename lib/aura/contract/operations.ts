// The contract: the only description of AURA's paths and bodies. Client, sandbox, conformance and docs read it.
import { createCallout, readCallout } from './callouts.ts';
import { createCustomer } from './customers.ts';
import { createToken } from './oauth.ts';
import { listResponseTypes } from './response-types.ts';
import { listSubscriptionTypes } from './subscriptions.ts';

export const operations = {
  createToken,
  createCustomer,
  listSubscriptionTypes,
  createCallout,
  readCallout,
  listResponseTypes,
};

export type Operations = typeof operations;
export type OperationId = keyof Operations;
