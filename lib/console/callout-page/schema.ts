import { z } from 'zod';
import { calloutDetailSchema, calloutIdField } from '#lib/callouts/schema.ts';
import { coveredSchema } from '#lib/coverage/schema.ts';
import {
  authors,
  cancellationStates,
  cancellers,
  factSources,
  needKinds,
  stages,
  verdicts,
} from '#lib/vocabulary.ts';

// All that operators may know of one callout.

const instant = z.iso.datetime();
const stage = z.enum(stages);

const usually = { medianMs: z.number(), cases: z.number().int() };

/** How long past callouts took, of our own measuring. */
export const usualSchema = z.object({
  /** From one stage to the one that followed it. */
  steps: z.array(z.object({ from: stage, to: stage, ...usually })),
  /** In a stage until it went on, whatever came next; being called off is not going on. */
  stays: z.array(z.object({ stage, ...usually })),
});
export type Usual = z.output<typeof usualSchema>;

export const setVerdictInput = z.object({
  calloutId: calloutIdField,
  /** `none` takes a verdict back. */
  verdict: z.enum([...verdicts, 'none'], 'Choose what it was'),
});

/** An operator's name; null when there is none to be found. */
const name = z.string().nullable();

/** One thing that happened, with when, and with who did it or where we have it from. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    at: instant,
    stage: stage.nullable(),
    event: z.string().nullable(),
    source: z.enum(factSources),
  }),
  z.object({ kind: z.literal('pressed'), at: instant }),
  z.object({ kind: z.literal('taken_up'), at: instant, by: name, need: z.enum(needKinds) }),
  z.object({ kind: z.literal('escalated'), at: instant, need: z.enum(needKinds) }),
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
    /** When the last of them was written. */
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

export const statusSchema = calloutDetailSchema.extend({
  /** AURA's number of the person. */
  customerId: z.number().int(),
  /** What happened, oldest first. */
  log: z.array(entrySchema),
  usual: usualSchema,
  /** Whether the newest position lies where AURA responds; null where that is not known. */
  covered: coveredSchema.nullable(),
  verdict: z.object({ verdict: z.enum(verdicts), by: name, at: instant.nullable() }).nullable(),
});
export type Status = z.output<typeof statusSchema>;

/** What AURA said when it was asked by hand. */
export type Reread = {
  /** When the state is from that is known now. */
  asOf: string;
  servedAt: string;
  hasNews: boolean;
};
