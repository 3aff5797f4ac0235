import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { WEBHOOK_PATH } from '#lib/integration/schema.ts';
import { LIVE, pressNow, sendUntilAnswered } from '../chaos/device.ts';
import { signInOperator } from '../chaos/operator.ts';
import { makePeople } from '../chaos/people.ts';
import { planPress } from '../chaos/plan.ts';
import { seeded } from '../chaos/random.ts';
import { type ChaosStack, startChaosStack } from '../chaos/stack.ts';
import { registerWebhook } from '../webhooks/register.ts';

const countsSchema = z.object({ counts: z.record(z.string(), z.number()) });

/** A callout and its person's press token. */
export type Raised = { readonly calloutId: number; readonly customerId: number; readonly token: string };

export type Bench = {
  readonly stack: ChaosStack;
  /** Operator session. */
  readonly cookie: string;
  readonly webhookToken: string;
  /** GETs a route as operator. */
  readonly get: (path: string) => Promise<unknown>;
  /** Raises presses of new people. */
  readonly raise: (count: number) => Promise<Raised[]>;
  /** Calls to AURA by operation. */
  readonly calls: () => Promise<Record<string, number>>;
  readonly stop: () => Promise<void>;
};

/** Starts the product with a webhook endpoint for the sandbox, and signs an operator in. */
export async function startBench(secretKey: string): Promise<Bench> {
  const webhookToken = randomBytes(24).toString('base64url');
  const stack = await startChaosStack('bench-follow', secretKey, { AURA_WEBHOOK_TOKEN: webhookToken });
  const { url, clientId, clientSecret } = stack.aura;
  await stack.control('POST', 'switches', { webhookLoopback: 'allowed', simulatorWebhooks: 'on' });
  await registerWebhook(
    {
      AURA_BASE_URL: `${url}/panic-api/v2`,
      AURA_CLIENT_ID: clientId,
      AURA_CLIENT_SECRET: clientSecret,
      AURA_WEBHOOK_TOKEN: webhookToken,
    },
    `${stack.url}${WEBHOOK_PATH}`,
  );
  const cookie = await signInOperator(stack);
  const get = async (path: string): Promise<unknown> => {
    const response = await fetch(`${stack.url}${path}`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return response.json();
  };
  return {
    stack,
    cookie,
    webhookToken,
    get,
    raise: (count) => raise(stack, count),
    calls: async () => countsSchema.parse(await stack.control('GET', 'requests')).counts,
    stop: stack.stop,
  };
}

async function raise(stack: ChaosStack, count: number): Promise<Raised[]> {
  const random = seeded(randomInt(2 ** 31));
  const raised: Raised[] = [];
  for (const person of await makePeople(stack, count)) {
    const press = pressNow({ ...planPress(random, 0), door: 'json' }, person);
    await sendUntilAnswered(stack, press, LIVE);
    const calloutId = press.receipts.at(-1)?.calloutId;
    if (!calloutId) throw new Error('a press was not delivered');
    raised.push({ calloutId, customerId: person.customerId, token: person.token });
  }
  return raised;
}

/** Polls ten times a second; throws on timeout. */
export async function secondsUntil(look: () => Promise<boolean>, patienceS = 90): Promise<number> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  while (!(await look())) {
    if (seconds() > patienceS) throw new Error(`not seen within ${patienceS} s`);
    await sleep(100);
  }
  return seconds();
}
