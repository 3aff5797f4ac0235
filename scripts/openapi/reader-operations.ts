import { z } from 'zod';
import { boardSchema } from '#lib/callouts/answers.ts';
import { type CalloutFigures, type Report, type Spread, steps } from '#lib/console/reports/schema.ts';
import { kinds } from '#lib/vocabulary.ts';
import type { Operation } from './operation.ts';

// What operators read, and programs by their keys.

const count = z.int().min(0);
const spread: z.ZodType<Spread> = z.object({
  cases: count,
  p50Ms: z.number().nullable(),
  p90Ms: z.number().nullable(),
});
const range = { from: z.iso.date(), to: z.iso.date() };

const calloutFigures: z.ZodType<CalloutFigures> = z.object({
  real: count,
  test: count,
  stages: z
    .object({ owned: spread, dispatched: spread, arrived: spread, completed: spread, closed: spread })
    .describe('From when it was raised.'),
  cancelled: z.object({ byPerson: count, byOperator: count, elsewhere: count, notAccepted: count }),
  verdicts: z.object({ genuine: count, falseAlarm: count, unmarked: count }),
});

const pressFigures: z.ZodType<Report['whole']['presses']> = z.object({
  test: count,
  states: z.object({
    delivered: count,
    rejected: count,
    expired: count,
    withdrawn: count,
    recorded: count,
  }),
  precise: count.describe('Of real ones, those whose position was known to 50 m or better.'),
  toAura: spread,
});

const typed = { typeId: z.int().nullable(), name: z.string() };

/** Where it is of all types, JSON has no `type`. */
type Sent = Omit<Report, 'type'> & { type?: Report['type'] };

const report: z.ZodType<Sent> = z.object({
  asOf: z.iso.datetime(),
  range: z.object(range),
  zone: z.string(),
  today: z.iso.date(),
  by: z.enum(steps),
  type: z.union([z.literal('unknown'), z.number()]).optional(),
  whole: z.object({ callouts: calloutFigures, presses: pressFigures }),
  rows: z.array(
    z.object({
      period: z.object({ ...range, key: z.string(), isWhole: z.boolean() }),
      callouts: calloutFigures,
      presses: pressFigures,
    }),
  ),
  types: z.array(z.object({ ...typed, callouts: calloutFigures })),
  choices: z.array(z.object(typed)),
});

export const READERS: readonly Operation[] = [
  {
    ...{ method: 'GET', path: '/api/admin/callouts', id: 'listCallouts', token: ['operator', 'key'] },
    summary: 'Callouts with names and places, newest first, for operators and for keys with `board:read`.',
    query: {
      after: z.string().describe('`next` of the page before.'),
      kind: z.enum(kinds),
    },
    answers: { 200: { description: 'A page of them.', schema: boardSchema } },
  },
  {
    ...{ method: 'GET', path: '/api/reports', id: 'readReport', token: ['operator', 'key'] },
    summary: 'Figures of a range of days, for operators and for keys with `reports:read`.',
    query: {
      ...{ from: z.iso.date(), to: z.iso.date(), by: z.enum(steps) },
      zone: z.string().describe('Of the days, as in the IANA database.'),
    },
    answers: { 200: { description: 'The figures.', schema: report } },
  },
];
