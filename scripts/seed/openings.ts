import { createAuraClient } from '#lib/aura/client.ts';
import type { Random } from '../chaos/random.ts';
import type { Batch, Given } from './batch.ts';
import type { drawOpenSteps } from './course.ts';
import { chance, DAY_MS, duration } from './draw.ts';
import type { SeedPerson } from './people.ts';
import { placed } from './seals.ts';

// Open callouts must exist at AURA: the poller would refresh an unlisted one alone in every round, for ever.
// So they are created at the sandbox first and stored as it has them.

/** The sandbox's URL and credentials. */
export type AuraEndpoint = { readonly url: string; readonly clientId: string; readonly clientSecret: string };

export type Opening = {
  readonly person: SeedPerson;
  readonly raisedAt: number;
  readonly kind: 'real' | 'test';
  readonly responseTypeId: number;
  readonly steps: ReturnType<typeof drawOpenSteps>;
};

export type Opened = Opening & {
  readonly calloutId: number;
  readonly customerId: number;
  readonly status: string;
  readonly trackingUrl: string | null;
};

const CONCURRENCY = 8;
const CLASSIFICATION_ID = { real: 1, test: 2 } as const;

export async function openAtSandbox(door: AuraEndpoint, openings: readonly Opening[]): Promise<Opened[]> {
  const { url, clientId, clientSecret } = door;
  const client = createAuraClient({
    baseUrl: `${url}/panic-api/v2`,
    clientId,
    clientSecret,
    trackingHosts: [new URL(url).host],
  });
  const ids = new Map<Opening, { calloutId: number; customerId: number }>();
  const left = [...openings];
  const openUntilEmpty = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { name, surname, mobile, latitude, longitude } = next.person;
      const { customerId } = await client.createCustomer({
        customer: { name, surname, mobile },
        subscription: {
          subscriptionTypeId: 4,
          validFrom: new Date(next.raisedAt - DAY_MS).toISOString(),
          validTo: new Date(next.raisedAt + 300 * DAY_MS).toISOString(),
        },
      });
      const { calloutId } = await client.createCallout({
        customerId,
        location: { latitude, longitude, accuracy: 12 },
        responseTypeId: next.responseTypeId,
        calloutClassificationId: CLASSIFICATION_ID[next.kind],
      });
      for (const { step } of next.steps) await takeStep(url, calloutId, step);
      ids.set(next, { calloutId, customerId });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, openUntilEmpty));
  const { callouts } = await client.listActiveCallouts({});
  const listed = new Map(callouts.map((callout) => [callout.calloutId, callout]));
  // In drawing order, whatever ids the sandbox assigned.
  return openings.flatMap((opening) => {
    const known = ids.get(opening);
    const callout = known && listed.get(known.calloutId);
    if (!known || !callout) throw new Error('the sandbox does not list a callout that it has just made');
    return [{ ...opening, ...known, status: callout.status ?? 'created', trackingUrl: callout.url }];
  });
}

async function takeStep(url: string, calloutId: number, step: string): Promise<void> {
  const response = await fetch(`${url}/sandbox/callouts/${calloutId}/step`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step }),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the sandbox answered a step with ${response.status}`);
}

type Sealed = { random: Random; until: number; operatorIds: Given['operatorIds']; sealedUrl: string | null };

/** What Vigil would have of it by now. */
export function addOpen(
  batch: Batch,
  opened: Opened,
  { random, until, operatorIds, sealedUrl }: Sealed,
): void {
  const { person, calloutId, raisedAt, kind, steps, status, responseTypeId } = opened;
  const last = steps.at(-1);
  const fix = {
    ...placed(person.latitude, person.longitude, 12),
    fixed_at: new Date(raisedAt - duration(random, 1_500)),
    fix_source: 'live',
  };
  batch.callouts.push({
    id: calloutId,
    person_id: person.id,
    kind,
    stage: last?.stage ?? 'raised',
    raw_status: status,
    tracking_url_sealed: sealedUrl,
    ...fix,
    raised_at: new Date(raisedAt),
    as_of: new Date(until),
    asked_at: new Date(until),
    moved_at: new Date(last?.at ?? raisedAt),
    listed_status: status,
    detail_at: new Date(until),
    response_type_id: responseTypeId,
  });
  const facts = [{ stage: 'raised', at: raisedAt }, ...steps];
  facts.forEach(({ stage, at }, index) => {
    const event = index === facts.length - 1 ? status : stage === 'raised' ? 'created' : null;
    const source = stage === 'raised' ? 'press' : 'webhook';
    batch.facts.push({ callout_id: calloutId, at: new Date(at), stage, event, source });
  });
  batch.presses.push({
    id: random.uuid(),
    person_id: person.id,
    kind,
    state: 'delivered',
    pressed_at: new Date(raisedAt - 900),
    received_at: new Date(raisedAt - 600),
    ...fix,
    attempts: 1,
    last_attempt_at: new Date(raisedAt - 590),
    settled_at: new Date(raisedAt),
    callout_id: calloutId,
  });
  if (kind === 'test' || !chance(random, 0.5)) return;
  batch.marks.push({
    kind: 'new_callout',
    subject: String(calloutId),
    since: new Date(raisedAt),
    acknowledged_at: new Date(Math.min(until, raisedAt + 3_000 + duration(random, 20_000))),
    acknowledged_by: random.pick(operatorIds),
  });
}
