import type { OperationId } from '#lib/aura/contract/operations.ts';
import { calloutEvents } from './callout-events.ts';
import { calloutOutcomes } from './callout-outcomes.ts';
import { callouts } from './callouts.ts';
import { customers } from './customers.ts';
import { devices } from './devices.ts';
import { fixedLocations } from './fixed-locations.ts';
import type { Handlers } from './handler.ts';
import { hostedSessions } from './hosted-sessions.ts';
import { oauth } from './oauth.ts';
import { responseTypes } from './response-types.ts';
import { subscriptions } from './subscriptions.ts';
import { webhooks } from './webhooks.ts';

/** One handler per operation; a missing one does not compile. */
export const handlers: Handlers<OperationId> = {
  ...oauth,
  ...customers,
  ...hostedSessions,
  ...subscriptions,
  ...callouts,
  ...calloutEvents,
  ...calloutOutcomes,
  ...responseTypes,
  ...fixedLocations,
  ...devices,
  ...webhooks,
};
