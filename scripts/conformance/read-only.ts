import { type AuraClient, createAuraClient } from '#lib/aura/client.ts';
import { type OperationId, operationIds, rowOf } from '#lib/aura/contract/operations.ts';
import { AuraError } from '#lib/aura/error.ts';
import type { AuraEvent } from '#lib/aura/events.ts';
import type { Finding } from './run.ts';

/** Ids that a read-only run may use. */
export type Known = {
  customerId?: number;
  calloutId?: number;
  subscriptionId?: number;
  responseTypeId?: number;
  sessionId?: string;
};

export type Target = { baseUrl: string; clientId: string; clientSecret: string; known: Known };

type Read = (client: AuraClient, options: { deadlineMs: number }) => Promise<unknown>;

const deadlineMs = 15_000;

/** The possible reads; names the ids that are missing. */
function readsOf({ known, clientId, clientSecret }: Target): Partial<Record<OperationId, Read | string>> {
  const { customerId, calloutId, subscriptionId, responseTypeId, sessionId } = known;
  const withCustomer = (read: (id: number) => Read) => (customerId ? read(customerId) : '--customer-id');
  const withCallout = (read: (id: number) => Read) => (calloutId ? read(calloutId) : '--callout-id');
  return {
    createToken: (client, options) => client.createToken({ clientId, clientSecret }, options),
    createCalloutToken: withCustomer((id) => (c, o) => c.createCalloutToken({ customerId: id }, o)),
    readCustomer: withCustomer((id) => (c, o) => c.readCustomer({ customerId: id }, o)),
    readSignupSession: sessionId ? (c, o) => c.readSignupSession({ sessionId }, o) : '--session-id',
    listSubscriptionTypes: (client, options) => client.listSubscriptionTypes({}, options),
    listCustomerSubscriptions: withCustomer(
      (id) => (c, o) => c.listCustomerSubscriptions({ customerId: id }, o),
    ),
    readSubscription: subscriptionId
      ? (c, o) => c.readSubscription({ subscriptionId }, o)
      : '--subscription-id',
    listActiveCallouts: (client, options) => client.listActiveCallouts({}, options),
    listCustomerCallouts: withCustomer((id) => (c, o) => c.listCustomerCallouts({ customerId: id }, o)),
    readCallout: withCallout((id) => (c, o) => c.readCallout({ calloutId: id }, o)),
    listEvents: withCallout((id) => (c, o) => c.listEvents({ calloutId: id }, o)),
    listExceptionReasons: withCallout((id) => (c, o) => c.listExceptionReasons({ calloutId: id }, o)),
    readMap: withCallout((id) => (c, o) => c.readMap({ calloutId: id }, o)),
    readResolutionReport: withCallout((id) => (c, o) => c.readResolutionReport({ calloutId: id }, o)),
    listRatingItems: (client, options) => client.listRatingItems({}, options),
    listResponseTypes: (client, options) => client.listResponseTypes({}, options),
    readCoverage: responseTypeId ? (c, o) => c.readCoverage({ responseTypeId }, o) : '--response-type-id',
  };
}

/** Reads from an external AURA without changing anything; reports each operation. */
export async function readOnlyFindings(target: Target): Promise<Finding[]> {
  const events: AuraEvent[] = [];
  const host = new URL(target.baseUrl).host;
  const client = createAuraClient({
    ...target,
    trackingHosts: ['*.aura.services', host],
    observe: (event) => events.push(event),
  });
  const reads = readsOf(target);
  const findings: Finding[] = [];
  for (const id of operationIds) {
    const { path, bodies, verify } = rowOf(id).evidence;
    const read = reads[id] ?? null;
    const problem =
      read === null
        ? 'not run: it changes something'
        : typeof read === 'string'
          ? `not run: needs ${read}`
          : await problemOf(read(client, { deadlineMs }));
    const drift = driftIn(events, id);
    findings.push({
      subject: id,
      evidence: `${path} path, ${bodies} bodies`,
      problem,
      note: drift ?? verify ?? '',
    });
  }
  return findings;
}

async function problemOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof AuraError) return error.message;
    throw error;
  }
}

function driftIn(events: readonly AuraEvent[], id: OperationId): string | null {
  const names = events.flatMap((event) =>
    event.type === 'drift' && event.endpoint === id
      ? [...event.unknownFields, ...event.unknownStatuses.map((status) => `status "${status}"`)]
      : [],
  );
  return names.length > 0 ? `not in the contract: ${names.join(', ')}` : null;
}
