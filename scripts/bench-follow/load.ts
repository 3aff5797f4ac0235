import { setTimeout as sleep } from 'node:timers/promises';
import { WEBHOOK_DOOR } from '#lib/integration/schema.ts';
import { withDatabase } from '../chaos/people.ts';
import { type Chapter, mustBeZero, mustHold, percentile, told } from '../chaos/report.ts';
import { type Bench, secondsUntil } from './bench.ts';

const DELIVERIES = 10_000;
const SECONDS = 60;
const CALLOUTS = 100;
const EVENTS = [
  'NEW_CALLOUT',
  'CALLOUT_OWNED',
  'RESPONDER_ARRIVED_ON_SCENE',
  'CALLOUT_EVENTS_CHANGED',
  'NO_SUCH',
];

/** Ten thousand deliveries in a minute, evenly, whether the earlier ones are answered or not. */
export async function measureLoad(bench: Bench): Promise<Chapter> {
  const ids = await bench.raise(CALLOUTS);
  const latencies: number[] = [];
  const answers = new Map<string, number>();
  const deliver = async (made: number) => {
    const startedAt = performance.now();
    const body = { message: EVENTS[made % EVENTS.length], made, callout: { id: ids[made % ids.length] } };
    const answer = await fetch(`${bench.stack.url}${WEBHOOK_DOOR}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bench.webhookToken}` },
      body: JSON.stringify(body),
    }).then(
      async (response) => {
        await response.body?.cancel();
        return `${response.status}`;
      },
      () => 'no answer',
    );
    if (answer === '202') latencies.push(performance.now() - startedAt);
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  };
  const before = await count(bench, 'true');
  const startedAt = performance.now();
  const running: Promise<void>[] = [];
  for (let made = 0; made < DELIVERIES; made += 1) {
    const dueIn = startedAt + (made * SECONDS * 1_000) / DELIVERIES - performance.now();
    if (dueIn > 0) await sleep(dueIn);
    running.push(deliver(made));
  }
  await Promise.all(running);
  const tookS = (performance.now() - startedAt) / 1_000;
  const drainS = await secondsUntil(
    async () => (await count(bench, "state = 'received'")) === 0,
    5 * SECONDS,
  );
  const stored = (await count(bench, 'true')) - before;
  const accepted = answers.get('202') ?? 0;
  const p99 = percentile(latencies, 0.99);
  return {
    title: `${DELIVERIES} webhooks in ${SECONDS} s, on ${CALLOUTS} callouts`,
    figures: [
      told('sent within', `${tookS.toFixed(1)} s`),
      told('answers', [...answers].map(([answer, times]) => `${answer}: ${times}`).join(', ')),
      mustBeZero('without an answer', answers.get('no answer') ?? 0),
      mustHold('accepted, of these stored', `${accepted}, ${stored}`, stored >= accepted),
      told('202 after, p50', `${percentile(latencies, 0.5).toFixed(1)} ms`),
      mustHold('202 after, p99', `${p99.toFixed(1)} ms`, p99 <= 50),
      mustHold('queue empty after', `${drainS.toFixed(1)} s`, drainS <= 60),
    ],
  };
}

function count(bench: Bench, condition: string): Promise<number> {
  return withDatabase(bench.stack, async (database) => {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from webhook_event where ${condition}`,
    );
    return rows[0]?.count ?? 0;
  });
}
