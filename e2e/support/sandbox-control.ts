import { type APIRequestContext, expect } from '@playwright/test';
import { z } from 'zod';

// How journeys look into the sandbox and play the control room, over its control API (sandbox/README.md).

export type Step = 'own' | 'dispatch' | 'arrive' | 'complete' | 'close';

export type SandboxControl = {
  /** The newest one-time code sent to a mobile (E.164), once there are `count` of them. */
  readonly codeFor: (mobile: string, count?: number) => Promise<string>;
  /** The newest callout of the person with that mobile, once there is one. */
  readonly calloutOf: (mobile: string) => Promise<SandboxCallout>;
  /** Every callout of the person with that mobile, oldest first. */
  readonly calloutsOf: (mobile: string) => Promise<readonly SandboxCallout[]>;
  /** Takes the next step of a callout, as the Responder Simulator does. */
  readonly step: (calloutId: number, step: Step) => Promise<void>;
  /** Sets switches for the whole stack until the test ends: such a test must not share its stack. */
  readonly flip: (positions: Readonly<Record<string, string>>) => Promise<void>;
};

const smsSchema = z.object({ messages: z.array(z.object({ body: z.string() })) });

const customersSchema = z.object({
  customers: z.array(z.object({ id: z.number(), profile: z.object({ mobile: z.string() }) })),
});

const calloutSchema = z.object({
  id: z.number(),
  customerId: z.number(),
  status: z.string(),
  trail: z.array(z.object({ latitude: z.number(), longitude: z.number() })),
});

const calloutsSchema = z.object({ callouts: z.array(calloutSchema) });

const switchesSchema = z.object({ positions: z.record(z.string(), z.string()) });

export type SandboxCallout = z.infer<typeof calloutSchema>;

/** Controls one sandbox; `restore` puts back the switches that were flipped. */
export function controlSandbox(
  url: string,
  request: APIRequestContext,
): SandboxControl & { readonly restore: () => Promise<void> } {
  let original: Readonly<Record<string, string>> | undefined;

  async function read<Output>(path: string, schema: z.ZodType<Output>): Promise<Output> {
    const response = await request.get(`${url}/sandbox/${path}`);
    await expect(response, `the sandbox answers /sandbox/${path}`).toBeOK();
    return schema.parse(await response.json());
  }

  async function send(path: string, data: unknown): Promise<void> {
    const response = await request.post(`${url}/sandbox/${path}`, { data });
    await expect(response, `the sandbox accepts ${JSON.stringify(data)} at /sandbox/${path}`).toBeOK();
  }

  async function calloutsOf(mobile: string): Promise<SandboxCallout[]> {
    const { customers } = await read('customers', customersSchema);
    const { callouts } = await read('callouts', calloutsSchema);
    const ids = customers.filter(({ profile }) => profile.mobile === mobile).map(({ id }) => id);
    return callouts.filter(({ customerId }) => ids.includes(customerId)).sort((a, b) => a.id - b.id);
  }

  return {
    codeFor: async (mobile, count = 1) => {
      const inbox = () => read(`sms?to=${encodeURIComponent(mobile)}`, smsSchema);
      await expect.poll(async () => (await inbox()).messages.length).toBeGreaterThanOrEqual(count);
      const newest = (await inbox()).messages[0]?.body ?? '';
      const code = newest.match(/\b\d{6}\b/)?.[0];
      if (!code) throw new Error(`no code in "${newest}"`);
      return code;
    },
    calloutsOf,
    calloutOf: async (mobile) => {
      await expect.poll(async () => (await calloutsOf(mobile)).length).toBeGreaterThan(0);
      const newest = (await calloutsOf(mobile)).at(-1);
      if (!newest) throw new Error(`the callout of ${mobile} is gone`);
      return newest;
    },
    step: (calloutId, step) => send(`callouts/${calloutId}/step`, { step }),
    flip: async (positions) => {
      original ??= (await read('switches', switchesSchema)).positions;
      await send('switches', positions);
    },
    restore: async () => {
      if (original) await send('switches', original);
    },
  };
}
