import { createAuraClient } from '#lib/aura/client.ts';
import { LIVE, pressNow, sendOnce } from './device.ts';
import { type ChaosPerson, makePeople } from './people.ts';
import { planPress } from './plan.ts';
import { seeded } from './random.ts';
import { type Chapter, figure, percentile } from './report.ts';
import type { ChaosStack } from './stack.ts';
import { atMoments } from './waiting.ts';

const BLOCKS = 6;
const CALLS_A_BLOCK = 100;
const WARM_UP = 200;
const SHARES = [0.5, 0.95, 0.99] as const;

type Kind = 'direct' | 'recorded' | 'delivered';
type Samples = Readonly<Record<Kind, number[]>>;

/** Closed loop (fixed concurrency) or open loop (fixed rate). */
export type Pace = { readonly name: 'at a time' | 'each second'; readonly count: number };

/**
 * Overhead of Vigil over a direct call to AURA. Interleaves three kinds in blocks, so that noise affects all
 * alike: a direct call to the sandbox; a press without a position (answered once durable, and never
 * delivered); a press answered with AURA's id.
 */
export async function runLatency(stack: ChaosStack, seed: number, pace: Pace): Promise<Chapter> {
  const random = seeded(seed);
  const people = await makePeople(stack, WARM_UP + BLOCKS * CALLS_A_BLOCK * 3);
  const direct = await directCall(stack);
  const answered = async (person: ChaosPerson, spot: typeof LIVE | null) => {
    const press = pressNow({ ...planPress(random, 0), door: 'json' }, person);
    if (await sendOnce(stack, press, spot)) return;
    throw new Error(`a press with no trouble around it was not answered: ${[...press.unanswered.keys()]}`);
  };
  const calls: Readonly<Record<Kind, (person: ChaosPerson) => Promise<void>>> = {
    direct,
    recorded: (person) => answered(person, null),
    delivered: (person) => answered(person, LIVE),
  };
  const take = () => {
    const person = people.pop();
    if (!person) throw new Error('there are too few people');
    return person;
  };
  const samples: Samples = { direct: [], recorded: [], delivered: [] };
  await inFlight(pace.count, WARM_UP, () => calls.delivered(take()), []);
  for (let block = 0; block < BLOCKS; block += 1) {
    for (const kind of ['direct', 'recorded', 'delivered'] as const) {
      const run = pace.name === 'at a time' ? inFlight : eachSecond;
      await run(pace.count, CALLS_A_BLOCK, () => calls[kind](take()), samples[kind]);
    }
  }
  return tell(samples, pace);
}

async function directCall(stack: ChaosStack): Promise<(person: ChaosPerson) => Promise<void>> {
  const { url, clientId, clientSecret } = stack.aura;
  const baseUrl = `${url}/panic-api/v2`;
  const { accessToken } = await createAuraClient({ baseUrl, clientId, clientSecret }).createToken({
    clientId,
    clientSecret,
  });
  return async ({ customerId }) => {
    const answer = await fetch(`${baseUrl}/customers/${customerId}/callouts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({
        location: { latitude: -26.1, longitude: 28.05, accuracy: 12 },
        responseTypeId: 1,
      }),
    });
    await answer.json();
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  };
}

/** Closed loop; collects the milliseconds of each call in `into`. */
async function inFlight(
  concurrency: number,
  count: number,
  call: () => Promise<void>,
  into: number[],
): Promise<void> {
  let left = count;
  const callUntilEmpty = async () => {
    while (left > 0) {
      left -= 1;
      const startedAt = performance.now();
      await call();
      into.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, callUntilEmpty));
}

/** Open loop at a fixed rate. */
async function eachSecond(
  perSecond: number,
  count: number,
  call: () => Promise<void>,
  into: number[],
): Promise<void> {
  const moments = Array.from({ length: count }, (_, index) => (index * 1_000) / perSecond);
  await atMoments(moments, async () => {
    const startedAt = performance.now();
    await call();
    into.push(performance.now() - startedAt);
  });
}

function tell({ direct, recorded, delivered }: Samples, { count, name }: Pace): Chapter {
  const all = (values: readonly number[]) =>
    SHARES.map((share) => percentile(values, share).toFixed(1)).join(', ');
  const over = (values: readonly number[]) =>
    SHARES.map((share) => (percentile(values, share) - percentile(direct, share)).toFixed(1)).join(', ');
  return {
    title: `What Vigil adds, ${count} ${name} (p50, p95, p99 in ms)`,
    figures: [
      figure(`straight to the sandbox, ${direct.length} calls`, all(direct)),
      figure('press without a position, to its durable record', all(recorded)),
      figure('press to AURA’s id', all(delivered)),
      figure('difference: AURA’s id against the straight call', over(delivered)),
    ],
  };
}
