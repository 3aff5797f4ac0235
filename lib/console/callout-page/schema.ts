import { z } from 'zod';
import { calloutDetailSchema } from '#lib/callouts/answers.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { coveredSchema } from '#lib/coverage/schema.ts';
import {
  alertKinds,
  authors,
  cancellationStates,
  cancellers,
  factSources,
  stages,
  verdicts,
} from '#lib/vocabulary.ts';

const instant = z.iso.datetime();
const stage = z.enum(stages);

const usually = { medianMs: z.number(), cases: z.number().int() };

/** Measured by us. */
export const usualSchema = z.object({
  /** From one stage to the next. */
  steps: z.array(z.object({ from: stage, to: stage, ...usually })),
  /** Time in a stage until any later one; a cancellation does not count. */
  stays: z.array(z.object({ stage, ...usually })),
});
export type Usual = z.output<typeof usualSchema>;

export const setVerdictInput = z.object({
  calloutId: calloutIdField,
  /** `none` clears the verdict. */
  verdict: z.enum([...verdicts, 'none'], 'Choose what it was'),
});

/** Null when unknown. */
const name = z.string().nullable();

/** One event with its time and its author or source. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    at: instant,
    stage: stage.nullable(),
    event: z.string().nullable(),
    source: z.enum(factSources),
  }),
  z.object({ kind: z.literal('pressed'), at: instant }),
  z.object({
    kind: z.literal('taken_up'),
    at: instant,
    by: name,
    need: z.enum(alertKinds),
  }),
  z.object({ kind: z.literal('assigned'), at: instant, to: name, by: name, need: z.enum(alertKinds) }),
  z.object({ kind: z.literal('taken_with_others'), at: instant, by: name, reason: z.string() }),
  z.object({
    kind: z.literal('escalated'),
    at: instant,
    need: z.enum(alertKinds),
    /** The number or address, shortened. */
    to: z.string(),
    times: z.number().int(),
    /** By the gateway's report; null where there is none. */
    deliveredAt: instant.nullable(),
  }),
  z.object({
    kind: z.literal('cancel_asked'),
    at: instant,
    by: z.enum(cancellers),
    name,
    isCodeRight: z.boolean().nullable(),
  }),
  z.object({
    kind: z.literal('cancel_settled'),
    at: instant,
    state: z.enum(cancellationStates).exclude(['waiting']),
  }),
  z.object({ kind: z.literal('duress_suspected'), at: instant }),
  z.object({
    kind: z.literal('messages'),
    at: instant,
    /** Time of the last merged one. */
    until: instant,
    count: z.number().int().positive(),
    from: z.array(z.object({ author: z.enum(authors), name })),
  }),
  z.object({ kind: z.literal('note'), at: instant, by: name }),
  z.object({ kind: z.literal('reread'), at: instant, by: name, outcome: z.string() }),
  z.object({ kind: z.literal('verdict'), at: instant, by: name, verdict: z.enum([...verdicts, 'none']) }),
  z.object({ kind: z.literal('profile_opened'), at: instant, by: name }),
  z.object({ kind: z.literal('rated'), at: instant, rating: z.number().int() }),
]);
export type Entry = z.output<typeof entrySchema>;

export const statusSchema = z.object({
  ...calloutDetailSchema.shape,
  /** AURA's customer id. */
  customerId: z.number().int(),
  /** Oldest first. */
  log: z.array(entrySchema),
  usual: usualSchema,
  /** The kind of help, by AURA's name; null where it is not known. */
  help: z.string().nullable(),
  /** Whether the newest position is in AURA's coverage; null when unknown. */
  covered: z.nullable(coveredSchema),
  verdict: z.object({ verdict: z.enum(verdicts), by: name, at: instant.nullable() }).nullable(),
  /** Trusted contacts who got a text, are to get one, or get none. Who they are stands on the customer's page. */
  contactTexts: z.object({
    sent: z.number().int(),
    waiting: z.number().int(),
    stopped: z.number().int(),
    /** By the gateway's reports. */
    delivered: z.number().int(),
    failed: z.number().int(),
    firstAt: instant.nullable(),
  }),
});
export type Status = z.output<typeof statusSchema>;

export type Reread = {
  /** Age of the known state. */
  asOf: string;
  servedAt: string;
  hasNews: boolean;
};
