import { z } from 'zod';
import type { ChaosPress } from './device.ts';
import { withDatabase } from './people.ts';
import type { ChaosStack } from './stack.ts';

// What is true in the end: our table and AURA's list, held against everything that devices were told.

const calloutsSchema = z.object({ callouts: z.array(z.object({ id: z.number(), customerId: z.number() })) });

export type PressRow = {
  readonly id: string;
  readonly state: string;
  readonly calloutId: number | null;
  readonly acknowledged: boolean;
};

export type Truth = {
  readonly rows: ReadonlyMap<string, PressRow>;
  readonly callouts: readonly { readonly id: number; readonly customerId: number }[];
};

export async function readTruth(stack: ChaosStack): Promise<Truth> {
  const rows = await withDatabase(stack, (database) =>
    database.query<{ id: string; state: string; callout_id: string | null; acknowledged: boolean }>(
      `select id, state, callout_id, acknowledged_at is not null as acknowledged from press`,
    ),
  );
  const { callouts } = calloutsSchema.parse(await stack.control('GET', 'callouts'));
  return {
    rows: new Map(
      rows.rows.map(({ callout_id, ...row }) => [
        row.id,
        { ...row, calloutId: callout_id === null ? null : Number(callout_id) },
      ]),
    ),
    callouts,
  };
}

/** Ids of presses that are recorded and in nobody's eyes yet, as the table has them now. */
export async function listUndelivered(stack: ChaosStack, receivedBeforeMs: number): Promise<Set<string>> {
  const { rows } = await withDatabase(stack, (database) =>
    database.query<{ id: string }>(
      `select id from press where state not in ('delivered', 'withdrawn') and acknowledged_at is null
       and received_at < $1`,
      [new Date(receivedBeforeMs)],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Answered presses that our table does not have. */
export function lost(presses: readonly ChaosPress[], { rows }: Truth): ChaosPress[] {
  return presses.filter(({ told, pressId }) => told.length > 0 && !rows.has(pressId));
}

/** Answered presses that AURA does not have, although nobody took them back and none had time to expire. */
export function notDelivered(presses: readonly ChaosPress[], { rows }: Truth): ChaosPress[] {
  return presses.filter(({ told, pressId }) => told.length > 0 && rows.get(pressId)?.state !== 'delivered');
}

/** Of the people who pressed, those with more callouts than presses. */
export function doubled(presses: readonly ChaosPress[], { callouts }: Truth): number {
  const pressed = countBy(presses, ({ person }) => person.customerId);
  const raised = countBy(callouts, ({ customerId }) => customerId);
  return [...pressed].filter(([customerId, count]) => (raised.get(customerId) ?? 0) > count).length;
}

/** Answers that said *delivered* without the id of a callout that AURA has for this very person. */
export function falselyConfirmed(presses: readonly ChaosPress[], { callouts }: Truth): number {
  const owners = new Map(callouts.map(({ id, customerId }) => [id, customerId]));
  return presses.flatMap(({ told, person }) =>
    told.filter(
      ({ state, calloutId }) =>
        state === 'delivered' && (calloutId == null || owners.get(calloutId) !== person.customerId),
    ),
  ).length;
}

/** Callouts at AURA that no press of ours is linked to. */
export function unknownToUs({ rows, callouts }: Truth): number[] {
  const linked = new Set([...rows.values()].map(({ calloutId }) => calloutId));
  return callouts.filter(({ id }) => !linked.has(id)).map(({ id }) => id);
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
