import * as z from 'zod/mini';
import { errorCodes } from '#lib/errors/errors.ts';
import { receiptStates, sendings } from '#lib/panic/core/schema.ts';
import { kinds, pressProblems } from '#lib/vocabulary.ts';

/** The stable route's answer: the state of the press, or a refusal. */
export const postedSchema = z.union([
  z.object({
    pressId: z.string(),
    state: z.enum(receiptStates),
    sendsAt: z._default(z.nullable(z.iso.datetime()), null),
    problem: z._default(z.nullable(z.enum(pressProblems)), null),
    sending: z._default(z.nullable(z.enum(sendings)), null),
    withdrawRequestedAt: z._default(z.nullable(z.iso.datetime()), null),
    afterSafe: z.optional(z.literal(true)),
    calloutId: z._default(z.nullable(z.int()), null),
    trackingUrl: z._default(z.nullable(z.url()), null),
  }),
  z.object({ code: z.enum(errorCodes) }),
]);
export type Posted = z.output<typeof postedSchema>;

/** A press that AURA does not have, as operators see it. */
export const undeliveredPressSchema = z.object({
  pressId: z.string(),
  kind: z.enum(kinds),
  state: z.enum(['recorded', 'rejected', 'expired']),
  problem: z.nullable(z.enum(pressProblems)),
  sending: z.enum(sendings),
  withdrawRequestedAt: z.nullable(z.iso.datetime()),
  attempts: z.int(),
  receivedAt: z.iso.datetime(),
  person: z.object({ name: z.string(), surname: z.string(), mobile: z.string() }),
  /** AURA's customer id. */
  customerId: z.nullable(z.int()),
  /** The kind of help that was chosen; null: the default. */
  responseTypeId: z._default(z.nullable(z.int()), null),
  place: z.nullable(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      accuracy: z.nullable(z.number()),
      measuredAt: z.nullable(z.iso.datetime()),
    }),
  ),
  /** Later presses of the same person in the same state: one alarm, acknowledged as a whole. */
  repeats: z._default(z.array(z.string()), []),
  /** When the newest of them came: by that it has its place in the queue. */
  newestAt: z.iso.datetime(),
  /** Who acknowledged it; null before that. */
  acknowledged: z.nullable(z.object({ by: z.string(), at: z.iso.datetime() })),
});
export type UndeliveredPress = z.output<typeof undeliveredPressSchema>;
