import { type AuraClient, createAuraClient } from '#lib/aura/client.ts';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import type { AttemptEvent } from '#lib/aura/events.ts';
import type { SwitchPositions } from '#sandbox/control/switches.ts';
import { stepCallout } from '#sandbox/control-room.ts';
import { findCallout } from '#sandbox/lookups.ts';
import { type RunningSandbox, startSandbox } from '#sandbox/server.ts';
import { emptyWorld, type StepName, stepNames } from '#sandbox/world.ts';

const credentials = { clientId: 'conformance', clientSecret: 'conformance-secret' };
const yearMs = 365 * 24 * 3_600_000;

/** A sandbox with a client, and helpers to create test data. */
export type Bench = RunningSandbox & {
  client: AuraClient;
  /** Attempts since the last reset. */
  attempts: AttemptEvent[];
  attemptsOf(id: OperationId): AttemptEvent[];
  /** Reset: an empty world and a client without a token. */
  freshen(seed?: number, switches?: SwitchPositions): void;
  mobile(): string;
  year(): { validFrom: string; validTo: string };
  customer(options?: { subscribed: boolean }): Promise<number>;
  callout(): Promise<{ customerId: number; calloutId: number }>;
  closedCallout(): Promise<number>;
  step(calloutId: number, ...steps: StepName[]): void;
};

export const somewhere = { latitude: -26.12345, longitude: 28.12345, accuracy: 10 };

/** `random` sets the client's jitter; zero makes thousands of retries fast. */
export async function startBench(random: () => number = Math.random): Promise<Bench> {
  const running = await startSandbox({ port: 0, ...credentials, dataFile: undefined, smsToken: undefined });
  const { sandbox, url } = running;
  let people = 0;

  function newClient(): AuraClient {
    return createAuraClient({
      baseUrl: `${url}/panic-api/v2`,
      ...credentials,
      trackingHosts: [new URL(url).host],
      random,
      observe: (event) => {
        if (event.type === 'attempt') bench.attempts.push(event);
      },
    });
  }

  const bench: Bench = {
    ...running,
    client: newClient(),
    attempts: [],
    attemptsOf: (id) => bench.attempts.filter(({ endpoint }) => endpoint === id),
    freshen: (seed, switches) => {
      sandbox.world = { ...emptyWorld(seed), ...(switches ? { switches } : {}) };
      sandbox.limitedReads = [];
      sandbox.requests.clear();
      sandbox.deliveries.clear();
      bench.client = newClient();
      bench.attempts = [];
    },
    mobile: () => {
      people += 1;
      return `+2782${String(people).padStart(7, '0')}`;
    },
    year: () => ({
      validFrom: new Date(sandbox.now() - 1_000).toISOString(),
      validTo: new Date(sandbox.now() + yearMs).toISOString(),
    }),
    customer: async ({ subscribed } = { subscribed: true }) => {
      const customer = { name: 'Jane', surname: 'Doe', mobile: bench.mobile() };
      const subscription = { subscriptionTypeId: 4, ...bench.year() };
      const made = await bench.client.createCustomer({ customer, ...(subscribed ? { subscription } : {}) });
      return made.customerId;
    },
    callout: async () => {
      const customerId = await bench.customer();
      const made = await bench.client.createCallout({ customerId, location: somewhere, responseTypeId: 1 });
      return { customerId, calloutId: made.calloutId };
    },
    closedCallout: async () => {
      const { calloutId } = await bench.callout();
      bench.step(calloutId, ...stepNames);
      return calloutId;
    },
    step: (calloutId, ...steps) => {
      for (const step of steps) stepCallout(sandbox, findCallout(sandbox, calloutId), step);
    },
  };
  return bench;
}
