import { z } from 'zod';
import { appDatabase } from './test-database.ts';
import { testEnv } from './test-env.ts';
import { type TestSandbox, testSandbox } from './test-sandbox.ts';

type Operation =
  | 'createToken'
  | 'deleteCustomer'
  | 'registerWebhook'
  | 'createCustomer'
  | 'renewSubscription'
  | 'createCallout'
  | 'readCallout'
  | 'listActiveCallouts'
  | 'cancelCallout'
  | 'sendEvent'
  | 'listEvents'
  | 'rateCallout'
  | 'readMap'
  | 'readResolutionReport'
  | 'listFixedLocations'
  | 'updateLocationAndRead'
  | 'readCoverage'
  | 'listSubscriptionTypes'
  | 'createSignupSession'
  | 'readSignupSession'
  | 'listCustomerSubscriptions'
  | 'any';

export type TestWorld = {
  readonly databaseUrl: string;
  readonly sandbox: TestSandbox;
  /** The newest one-time code sent to a mobile (E.164). */
  readonly codeFor: (mobile: string) => Promise<string>;
  readonly messagesTo: (mobile: string) => Promise<number>;
  /** All text messages to a mobile, newest first. */
  readonly textsTo: (mobile: string) => Promise<string[]>;
  /** Sandbox customers with a mobile. */
  readonly customersWith: (mobile: string) => Promise<number>;
  /** Number of calls of an AURA operation. */
  readonly callsOf: (operation: string) => Promise<number>;
  /** Injects a fault into the given calls (counted from now), or all. */
  readonly breakAura: (operation: Operation, effect: string, calls?: readonly number[]) => Promise<void>;
  /** AURA answers an operation with a status; `status_after` also does the work. */
  readonly refuse: (
    operation: Operation,
    status: number,
    effect?: 'status' | 'status_after',
  ) => Promise<void>;
  readonly restoreAura: () => Promise<void>;
  /** Sandbox control API (sandbox/README.md). */
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly calloutsOf: (customerId: number) => Promise<{ id: number; isOpen: boolean }[]>;
  /** A callout's messages at AURA. */
  readonly eventsOf: (calloutId: number) => Promise<string[]>;
  /** A callout's positions at AURA, newest last. */
  readonly trailOf: (calloutId: number) => Promise<{ latitude: number }[]>;
  /** A message of AURA's control room. */
  readonly say: (calloutId: number, text: string) => Promise<void>;
  readonly flip: (positions: Readonly<Record<string, string>>) => Promise<void>;
  readonly step: (calloutId: number, step: string) => Promise<void>;
};

const messages = z.object({ messages: z.array(z.object({ body: z.string() })) });
const customers = z.object({ customers: z.array(z.object({ profile: z.object({ mobile: z.string() }) })) });
const callouts = z.object({
  callouts: z.array(
    z.object({
      id: z.number(),
      customerId: z.number(),
      cancelledAt: z.string().nullable(),
      steps: z.array(z.object({ step: z.string() })),
      events: z.array(z.object({ text: z.string() })),
      trail: z.array(z.object({ latitude: z.number() })),
    }),
  ),
});
const requests = z.object({ counts: z.record(z.string(), z.number()) });

/** A database and sandbox of the test's own, with settings for the code under test. */
export async function testWorld(settings: Readonly<Record<string, string>> = {}): Promise<TestWorld> {
  const [database, sandbox] = await Promise.all([appDatabase(), testSandbox()]);
  testEnv({
    AURA_BASE_URL: sandbox.auraBaseUrl,
    SANDBOX_URL: sandbox.url,
    AURA_CLIENT_ID: sandbox.clientId,
    AURA_CLIENT_SECRET: sandbox.clientSecret,
    SMS_WEBHOOK_URL: sandbox.smsWebhookUrl,
    SMS_WEBHOOK_TOKEN: sandbox.smsWebhookToken,
    ...settings,
  });
  const call = (method: string, path: string, body?: unknown) => control(sandbox.url, method, path, body);
  const inbox = async (mobile: string) =>
    messages.parse(await call('GET', `sms?to=${encodeURIComponent(mobile)}`)).messages;

  return {
    databaseUrl: database.url,
    sandbox,
    codeFor: async (mobile) => {
      const codes = (await inbox(mobile)).flatMap(({ body }) => body.match(/\b\d{6}\b/) ?? []);
      const [code] = codes;
      if (!code) throw new Error('no code was sent to this mobile');
      return code;
    },
    messagesTo: async (mobile) => (await inbox(mobile)).length,
    textsTo: async (mobile) => (await inbox(mobile)).map(({ body }) => body),
    customersWith: async (mobile) =>
      customers
        .parse(await call('GET', 'customers'))
        .customers.filter(({ profile }) => profile.mobile === mobile).length,
    callsOf: async (operation) => requests.parse(await call('GET', 'requests')).counts[operation] ?? 0,
    breakAura: async (operation, effect, calls) => {
      await call('POST', 'faults', { operation, effect, calls });
    },
    control: call,
    refuse: async (operation, status, effect = 'status') => {
      await call('POST', 'faults', { operation, effect, status });
    },
    restoreAura: async () => {
      await call('DELETE', 'faults');
    },
    calloutsOf: async (customerId) =>
      callouts
        .parse(await call('GET', 'callouts'))
        .callouts.filter((callout) => callout.customerId === customerId)
        .map(({ id, cancelledAt, steps }) => ({
          id,
          isOpen: cancelledAt === null && !steps.some(({ step }) => step === 'close'),
        })),
    eventsOf: async (calloutId) =>
      callouts
        .parse(await call('GET', 'callouts'))
        .callouts.filter(({ id }) => id === calloutId)
        .flatMap(({ events }) => events.map(({ text }) => text)),
    trailOf: async (calloutId) =>
      callouts
        .parse(await call('GET', 'callouts'))
        .callouts.filter(({ id }) => id === calloutId)
        .flatMap(({ trail }) => trail),
    say: async (calloutId, text) => {
      await call('POST', `callouts/${calloutId}/say`, { text });
    },
    flip: async (positions) => {
      await call('POST', 'switches', positions);
    },
    step: async (calloutId, step) => {
      await call('POST', `callouts/${calloutId}/step`, { step });
    },
  };
}

async function control(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`the sandbox answered ${method} /sandbox/${path} with ${response.status}`);
  return response.json();
}
