import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import { z } from 'zod';
import type { Stack } from './stacks.ts';
import type { Visitor } from './visitors.ts';

// Access to the sandbox's control API (sandbox/README.md).

export const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'] as const;
export type Step = (typeof STEPS)[number];

export type SandboxControl = {
  /** The newest one-time code for a mobile, once there are `count`. */
  readonly codeFor: (mobile: string, count?: number) => Promise<string>;
  /** All text messages to a mobile, newest first. */
  readonly textsTo: (mobile: string) => Promise<readonly string[]>;
  readonly customersOf: (mobile: string) => Promise<readonly SandboxCustomer[]>;
  /** The person's newest callout, once there is one. */
  readonly calloutOf: (mobile: string) => Promise<SandboxCallout>;
  readonly calloutWith: (calloutId: number) => Promise<SandboxCallout | undefined>;
  /** The person's callouts, oldest first. */
  readonly calloutsOf: (mobile: string) => Promise<readonly SandboxCallout[]>;
  /** The next step, as in the Responder Simulator. */
  readonly step: (calloutId: number, step: Step) => Promise<void>;
  /** A message of AURA's control room. */
  readonly say: (calloutId: number, text: string) => Promise<void>;
  /** A callout's messages in AURA's order. */
  readonly eventsOf: (calloutId: number) => Promise<readonly string[]>;
  /** Creates a customer by AURA's API, without Vigil. */
  readonly createCustomer: (visitor: Visitor) => Promise<void>;
  /** Injects a fault until the test ends or `clearFaults`: such a test needs a stack of its own. */
  readonly fail: (fault: Fault) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  /** Calls that met a fault since it was cleared. */
  readonly faultsMet: () => Promise<number>;
  /** Sets switches until the test ends: such a test needs a stack of its own. */
  readonly flip: (positions: Readonly<Record<string, string>>) => Promise<void>;
};

type Fault = {
  readonly operation?: string;
  readonly effect: string;
  readonly status?: number;
  readonly latencyMs?: number;
  /** Call numbers from 1; default: all. */
  readonly calls?: readonly number[];
};

const smsSchema = z.object({ messages: z.array(z.object({ body: z.string() })) });

const customerSchema = z.object({
  id: z.number(),
  profile: z.object({ name: z.string(), surname: z.string(), mobile: z.string() }),
});

const customersSchema = z.object({ customers: z.array(customerSchema) });

const calloutSchema = z.object({
  id: z.number(),
  customerId: z.number(),
  status: z.string(),
  responseTypeId: z.number(),
  events: z.array(z.object({ text: z.string() })),
  trail: z.array(z.object({ latitude: z.number(), longitude: z.number(), accuracy: z.number().nullable() })),
});

const calloutsSchema = z.object({ callouts: z.array(calloutSchema) });

const faultsSchema = z.object({ faults: z.array(z.object({ hits: z.number() })) });

const switchesSchema = z.object({ positions: z.record(z.string(), z.string()) });

const tokenSchema = z.object({ accessToken: z.string() });

export type SandboxCustomer = z.infer<typeof customerSchema>;
export type SandboxCallout = z.infer<typeof calloutSchema>;

/** `restore` resets switches and faults. */
export function controlSandbox(
  { sandboxUrl, aura }: Stack,
  request: APIRequestContext,
): SandboxControl & { readonly restore: () => Promise<void> } {
  let original: Readonly<Record<string, string>> | undefined;
  let isFailing = false;

  async function read<Output>(path: string, schema: z.ZodType<Output>): Promise<Output> {
    const response = await request.get(`${sandboxUrl}/sandbox/${path}`);
    await expect(response, `the sandbox answers /sandbox/${path}`).toBeOK();
    return schema.parse(await response.json());
  }

  async function send(path: string, data: unknown): Promise<APIResponse> {
    const response = await request.post(`${sandboxUrl}/${path}`, { data });
    await expect(response, `the sandbox accepts a POST to /${path}`).toBeOK();
    return response;
  }

  async function customersOf(mobile: string): Promise<SandboxCustomer[]> {
    const { customers } = await read('customers', customersSchema);
    return customers.filter(({ profile }) => profile.mobile === mobile);
  }

  async function calloutsOf(mobile: string): Promise<SandboxCallout[]> {
    const ids = (await customersOf(mobile)).map(({ id }) => id);
    const { callouts } = await read('callouts', calloutsSchema);
    return callouts.filter(({ customerId }) => ids.includes(customerId)).sort((a, b) => a.id - b.id);
  }

  async function clearFaults(): Promise<void> {
    await expect(await request.delete(`${sandboxUrl}/sandbox/faults`)).toBeOK();
    isFailing = false;
  }

  async function textsTo(mobile: string): Promise<string[]> {
    const { messages } = await read(`sms?to=${encodeURIComponent(mobile)}`, smsSchema);
    return messages.map(({ body }) => body);
  }

  return {
    codeFor: async (mobile, count = 1) => {
      const codes = async () => (await textsTo(mobile)).flatMap((text) => text.match(/\b\d{6}\b/) ?? []);
      await expect.poll(async () => (await codes()).length).toBeGreaterThanOrEqual(count);
      const [newest = ''] = await codes();
      return newest;
    },
    textsTo,
    customersOf,
    calloutsOf,
    calloutWith: async (calloutId) =>
      (await read('callouts', calloutsSchema)).callouts.find(({ id }) => id === calloutId),
    calloutOf: async (mobile) => {
      await expect.poll(async () => (await calloutsOf(mobile)).length).toBeGreaterThan(0);
      const newest = (await calloutsOf(mobile)).at(-1);
      if (!newest) throw new Error(`the callout of ${mobile} is gone`);
      return newest;
    },
    step: async (calloutId, step) => {
      await send(`sandbox/callouts/${calloutId}/step`, { step });
    },
    say: async (calloutId, text) => {
      await send(`sandbox/callouts/${calloutId}/say`, { text });
    },
    eventsOf: async (calloutId) => {
      const { callouts } = await read('callouts', calloutsSchema);
      const found = callouts.find(({ id }) => id === calloutId);
      return found?.events.map(({ text }) => text) ?? [];
    },
    createCustomer: async ({ name, surname, mobile }) => {
      const token = tokenSchema.parse(await (await send('panic-api/v2/oauth/token', aura)).json());
      const response = await request.post(`${sandboxUrl}/panic-api/v2/customers`, {
        headers: { authorization: `Bearer ${token.accessToken}` },
        data: { customer: { name, surname, mobile } },
      });
      await expect(response).toBeOK();
    },
    fail: async (fault) => {
      isFailing = true;
      await send('sandbox/faults', fault);
    },
    clearFaults,
    faultsMet: async () => {
      const { faults } = await read('faults', faultsSchema);
      return faults.reduce((sum, { hits }) => sum + hits, 0);
    },
    flip: async (positions) => {
      original ??= (await read('switches', switchesSchema)).positions;
      await send('sandbox/switches', positions);
    },
    restore: async () => {
      if (original) await send('sandbox/switches', original);
      if (isFailing) await clearFaults();
    },
  };
}
