import { randomBytes } from 'node:crypto';
import { WEBHOOK_PATH } from '#lib/integration/schema.ts';
import { makePeople } from '../chaos/people.ts';
import { seeded } from '../chaos/random.ts';
import type { Chapter } from '../chaos/report.ts';
import { type ChaosStack, startChaosStack } from '../chaos/stack.ts';
import { readTruth } from '../chaos/truth.ts';
import { atMoments, until } from '../chaos/waiting.ts';
import { registerWebhook } from '../webhooks/register.ts';
import { type CityPlan, judgeCity } from './judge.ts';
import { type CityPress, pressAndFollow } from './phone.ts';
import { growthOf, readUsage } from './usage.ts';

const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'] as const;
const STEP_EVERY_MS = 4_000;
/** The first requests of a process pay for what it loads. */
const WARM_UP = 40;
const WARM_UP_MS = 4_000;
const SETTLED_WITHIN_MS = 120_000;

/** The event, and what it cost. */
export async function runCity(secretKey: string, plan: CityPlan): Promise<Chapter[]> {
  const stack = await startCityStack(secretKey);
  try {
    const random = seeded(plan.seed);
    const people = await makePeople(stack, WARM_UP + plan.presses);
    const moments = (count: number, lengthMs: number) =>
      Array.from({ length: count }, () => random.next() * lengthMs).toSorted((one, other) => one - other);
    const presses: CityPress[] = [];
    const press = async () => {
      const person = people.pop();
      if (!person) throw new Error('there are too few people');
      const one: CityPress = { pressId: random.uuid(), person, answers: [], problems: [], firstMs: null };
      presses.push(one);
      await pressAndFollow(stack, one);
      await takeToItsEnd(stack, one);
    };
    await atMoments(moments(WARM_UP, WARM_UP_MS), press);
    presses.splice(0);
    const before = await readUsage(stack);
    const startedAt = performance.now();
    await atMoments(moments(plan.presses, plan.seconds * 1_000), press);
    await until(() => isWorkedOff(stack), SETTLED_WITHIN_MS);
    const after = await readUsage(stack);
    const tookMs = performance.now() - startedAt;
    return judgeCity(plan, presses, await readTruth(stack), growthOf(before, after), tookMs);
  } finally {
    await stack.stop();
  }
}

async function startCityStack(secretKey: string): Promise<ChaosStack> {
  const webhookToken = randomBytes(24).toString('base64url');
  const stack = await startChaosStack('city', secretKey, { AURA_WEBHOOK_TOKEN: webhookToken });
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
  return stack;
}

/** The responder's side. */
async function takeToItsEnd(stack: ChaosStack, press: CityPress): Promise<void> {
  const calloutId = press.answers.at(-1)?.calloutId;
  if (!calloutId) return;
  await atMoments(
    STEPS.map((_, nth) => (nth + 1) * STEP_EVERY_MS),
    async (nth) => {
      await stack.control('POST', `callouts/${calloutId}/step`, { step: STEPS[nth] });
    },
  );
}

/** All webhooks worked, and all callouts known to have closed. */
async function isWorkedOff(stack: ChaosStack): Promise<boolean> {
  const { open } = await readUsage(stack);
  return open === 0;
}
