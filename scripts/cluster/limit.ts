import { randomUUID } from 'node:crypto';
import { goThrough, pressNow } from '../chaos/device.ts';
import type { ChaosPerson } from '../chaos/people.ts';
import { type Figure, mustHold } from '../chaos/report.ts';
import type { Cluster } from './start-cluster.ts';

// One limit for all apps: positions of a callout, a thousand a minute, whichever app is asked.

const BATCH = 100;
const ALLOWED = 1_000;
const BATCHES = 15;

export async function judgeLimit(cluster: Cluster, person: ChaosPerson | undefined): Promise<Figure> {
  if (!person) throw new Error('there is nobody to report positions');
  const calloutId = await openCallout(cluster, person);
  const startedAtMs = Date.now();
  const statuses = new Map<number, number>();
  for (let batch = 0; batch < BATCHES; batch += 1) {
    // Straight at each app in turn: the proxy would decide who is asked.
    const app = cluster.apps[batch % cluster.apps.length];
    const one = { calloutId, batch, startedAtMs };
    const { status } = await report(`http://${app?.machine.address}:3000`, person, one);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  const taken = (statuses.get(202) ?? 0) * BATCH;
  const refused = statuses.get(429) ?? 0;
  return mustHold(
    `positions that all apps together took of one callout within a minute (${ALLOWED} allowed), requests refused after`,
    `${taken}, ${refused} of ${BATCHES}`,
    taken === ALLOWED && taken / BATCH + refused === BATCHES,
  );
}

async function openCallout(cluster: Cluster, person: ChaosPerson): Promise<number> {
  const planned = {
    pressId: randomUUID(),
    kind: 'real',
    place: 'live',
    door: 'json',
    takenBackAfterMs: null,
  } as const;
  const press = pressNow(planned, person);
  await goThrough(cluster, press);
  const calloutId = press.receipts.at(-1)?.calloutId;
  if (calloutId == null) throw new Error('the press for the positions was not delivered');
  return calloutId;
}

type Report = { calloutId: number; batch: number; startedAtMs: number };

/** Each position at an instant of its own, as those of one instant are one. */
function report(
  url: string,
  person: ChaosPerson,
  { calloutId, batch, startedAtMs }: Report,
): Promise<Response> {
  const fixes = Array.from({ length: BATCH }, (_, index) => ({
    latitude: -26.1,
    longitude: 28.05,
    accuracy: 12,
    fixedAt: new Date(startedAtMs - (batch * BATCH + index) * 5).toISOString(),
  }));
  return fetch(`${url}/api/callouts/${calloutId}/location`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
    body: JSON.stringify({ fixes, sentAt: new Date().toISOString() }),
  });
}
