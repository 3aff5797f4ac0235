import { z } from 'zod';
import { withDatabase } from './people.ts';
import type { Reached } from './stack.ts';

// The final state: our table and AURA's records.

const calloutsSchema = z.object({
  callouts: z.array(
    z.object({
      id: z.number(),
      customerId: z.number(),
      createdAt: z.string(),
      cancelledAt: z.string().nullable(),
      calloutClassificationId: z.number(),
      steps: z.array(z.object({ step: z.string(), at: z.string() })),
      trail: z.array(z.object({ latitude: z.number() })),
    }),
  ),
});

export type PressRow = {
  readonly id: string;
  readonly state: string;
  readonly calloutId: number | null;
  readonly settledAtMs: number | null;
};

export type TrueCallout = {
  readonly id: number;
  readonly customerId: number;
  readonly isTest: boolean;
  readonly createdAtMs: number;
  readonly isCancelled: boolean;
  readonly closedAtMs: number | null;
  /** AURA's present position. */
  readonly latitude: number | null;
};

export type Truth = {
  readonly rows: ReadonlyMap<string, PressRow>;
  readonly callouts: ReadonlyMap<number, TrueCallout>;
};

export const isOpen = ({ isCancelled, closedAtMs }: TrueCallout): boolean =>
  !isCancelled && closedAtMs === null;

type SqlRow = { id: string; state: string; callout_id: string | null; settled_at: Date | null };

export async function readTruth(stack: Reached): Promise<Truth> {
  const { rows } = await withDatabase(stack, (database) =>
    database.query<SqlRow>(`select id, state, callout_id, settled_at from press`),
  );
  return { rows: new Map(rows.map((row) => [row.id, toRow(row)])), callouts: await readCallouts(stack) };
}

export async function readCallouts(stack: Reached): Promise<Truth['callouts']> {
  const { callouts } = calloutsSchema.parse(await stack.control('GET', 'callouts'));
  return new Map(callouts.map((callout) => [callout.id, toCallout(callout)]));
}

function toRow({ id, state, callout_id, settled_at }: SqlRow): PressRow {
  const calloutId = callout_id === null ? null : Number(callout_id);
  return { id, state, calloutId, settledAtMs: settled_at?.getTime() ?? null };
}

function toCallout(callout: z.output<typeof calloutsSchema>['callouts'][number]): TrueCallout {
  const { id, customerId, createdAt, cancelledAt, calloutClassificationId, steps, trail } = callout;
  const close = steps.find(({ step }) => step === 'close');
  return {
    id,
    customerId,
    isTest: calloutClassificationId === 2,
    createdAtMs: Date.parse(createdAt),
    isCancelled: cancelledAt !== null,
    closedAtMs: close ? Date.parse(close.at) : null,
    latitude: trail.at(-1)?.latitude ?? null,
  };
}
