import { setTimeout as sleep } from 'node:timers/promises';
import { WEBHOOK_PATH } from '#lib/integration/schema.ts';
import { withDatabase } from '../chaos/people.ts';
import { type Chapter, figure, mustBeZero, mustHold, percentile } from '../chaos/report.ts';
import { type Bench, type Raised, secondsUntil } from './bench.ts';

const DELIVERIES = 10_000;
const SECONDS = 60;
const CALLOUTS = 100;
/** An unknown callout: its events stay waiting, distinct from unprocessed ones. */
const UNKNOWN_CALLOUT = 1;
const EVENTS = [
  'NEW_CALLOUT',
  'CALLOUT_OWNED',
  'RESPONDER_ARRIVED_ON_SCENE',
  'CALLOUT_EVENTS_CHANGED',
  'NO_SUCH_EVENT',
] as const;
/** One delivery in this many is invalid. */
const REFUSED_SHARE = 50;
/** One in this many is about a customer, and one about an unknown callout. */
const OTHER_SHARE = 40;
/** A callout takes a step at AURA this often. */
const STEP_EVERY = 200;
const STEPS = ['own', 'dispatch', 'arrive', 'complete'] as const;

/** Expected refusals. */
const REFUSALS = { notJson: '400 input.invalid', noToken: '401 webhook.unauthorised' } as const;

type Sent = { readonly latencies: number[]; readonly answers: Map<string, number> };

/** Ten thousand deliveries in a minute at a fixed rate (open loop). */
export async function measureLoad(bench: Bench): Promise<Chapter> {
  const raised = await bench.raise(CALLOUTS);
  // The sandbox's own webhooks would disturb the count.
  await bench.stack.control('POST', 'switches', { simulatorWebhooks: 'off' });
  const sent: Sent = { latencies: [], answers: new Map() };
  const before = await count(bench, 'true');
  const startedAt = performance.now();
  const running: Promise<void>[] = [];
  for (let made = 0; made < DELIVERIES; made += 1) {
    const dueIn = startedAt + (made * SECONDS * 1_000) / DELIVERIES - performance.now();
    if (dueIn > 0) await sleep(dueIn);
    running.push(deliver(bench, sent, made, raised));
    if (made % STEP_EVERY === 0) running.push(moveOn(bench, made / STEP_EVERY, raised));
  }
  await Promise.all(running);
  const tookS = (performance.now() - startedAt) / 1_000;
  const undone = `state = 'received' or (state = 'waiting' and about_id is distinct from ${UNKNOWN_CALLOUT})`;
  const drainS = await secondsUntil(async () => (await count(bench, undone)) === 0, 5 * SECONDS);
  const stored = (await count(bench, 'true')) - before;
  await bench.stack.control('POST', 'switches', { simulatorWebhooks: 'on' });
  return tell(sent, { tookS, drainS, stored });
}

function tell({ latencies, answers }: Sent, run: { tookS: number; drainS: number; stored: number }): Chapter {
  const accepted = answers.get('202') ?? 0;
  const refused = Object.values(REFUSALS).reduce((sum, answer) => sum + (answers.get(answer) ?? 0), 0);
  const expected = DELIVERIES - Math.ceil(DELIVERIES / REFUSED_SHARE);
  const p99 = percentile(latencies, 0.99);
  return {
    title: `${DELIVERIES} webhooks in ${SECONDS} s, on ${CALLOUTS} callouts that move meanwhile`,
    figures: [
      figure('sent within', `${run.tookS.toFixed(1)} s`),
      figure('answers', [...answers].map(([answer, times]) => `${answer}: ${times}`).join(', ')),
      mustBeZero('neither accepted nor refused with a code', DELIVERIES - accepted - refused),
      mustHold('accepted, of those that may be', `${accepted} of ${expected}`, accepted === expected),
      mustHold('stored, of those that were accepted', `${run.stored}`, run.stored === accepted),
      figure('202 after, p50', `${percentile(latencies, 0.5).toFixed(1)} ms`),
      mustHold('202 after, p99 (at most 50 ms)', `${p99.toFixed(1)} ms`, p99 <= 50),
      mustHold('worked off after (at most 60 s)', `${run.drainS.toFixed(1)} s`, run.drainS <= 60),
    ],
  };
}

async function deliver(bench: Bench, { latencies, answers }: Sent, made: number, raised: readonly Raised[]) {
  const startedAt = performance.now();
  const isRefused = made % REFUSED_SHARE === 0;
  const isForged = isRefused && made % (2 * REFUSED_SHARE) === 0;
  const token = isForged ? 'of somebody else' : bench.webhookToken;
  const answer = await fetch(`${bench.stack.url}${WEBHOOK_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: isRefused && !isForged ? '{"message":' : JSON.stringify(bodyOf(made, raised)),
  }).then(
    async (response) => {
      const body = await response.text();
      return response.status === 202 ? '202' : `${response.status} ${codeIn(body)}`;
    },
    () => 'no answer',
  );
  if (answer === '202') latencies.push(performance.now() - startedAt);
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
}

function bodyOf(made: number, raised: readonly Raised[]): object {
  if (made % OTHER_SHARE === 1) return { message: 'NEW_CALLOUT', made, callout: { id: UNKNOWN_CALLOUT } };
  const callout = raised[made % raised.length];
  if (made % OTHER_SHARE === 3) {
    return { message: 'SUBSCRIPTION_UPDATED', made, subscription: { customerId: callout?.customerId } };
  }
  // Offset per round, so that each callout gets each event type.
  const message = EVENTS[(made + Math.floor(made / raised.length)) % EVENTS.length];
  return { message, made, callout: { id: callout?.calloutId } };
}

function codeIn(body: string): string {
  return /"code":"([^"]+)"/.exec(body)?.[1] ?? 'without a code';
}

async function moveOn(bench: Bench, round: number, raised: readonly Raised[]): Promise<void> {
  const callout = raised[round % raised.length];
  const step = STEPS[Math.floor(round / raised.length) % STEPS.length];
  await bench.stack.control('POST', `callouts/${callout?.calloutId}/step`, { step });
}

function count(bench: Bench, condition: string): Promise<number> {
  return withDatabase(bench.stack, async (database) => {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from webhook_event where ${condition}`,
    );
    return rows[0]?.count ?? 0;
  });
}
