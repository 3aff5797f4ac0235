import * as z from 'zod/mini';
import { pressProblems, receiptStates, sendings } from '#lib/vocabulary.ts';

export type Sending = (typeof sendings)[number];
export type ReceiptState = (typeof receiptStates)[number];

/** What is true of a press at `asOf`. `delivered` always carries AURA's callout id. */
export const receiptSchema = z.object({
  pressId: z.string(),
  state: z.enum(receiptStates),
  /** Of a held press, when it is sent; null of any other. */
  sendsAt: z.nullable(z.iso.datetime()),
  problem: z.nullable(z.enum(pressProblems)),
  sending: z.enum(sendings),
  /** It came after *I am safe*: what becomes of it is not shown, for a right and a wrong code alike. */
  afterSafe: z.optional(z.literal(true)),
  /** When its withdrawal was requested; it may still be *recorded* while AURA is asked. */
  withdrawRequestedAt: z.nullable(z.iso.datetime()),
  attempts: z.int(),
  calloutId: z.nullable(z.int()),
  /** AURA's hosted page, where our own page cannot open or the tab goes there. */
  trackingUrl: z.optional(z.url()),
  receivedAt: z.iso.datetime(),
  asOf: z.iso.datetime(),
  /** Whole seconds since we had the press, and since AURA took it or refused it. */
  ages: z.object({ receivedSeconds: z.number(), settledSeconds: z.nullable(z.number()) }),
});
export type Receipt = z.output<typeof receiptSchema>;
