import { z } from 'zod';
import { pressProblems, pressStates } from '#lib/vocabulary.ts';

/**
 * Whether a press is still being delivered: `yes`; `no`, it has ended or waits for a position; `asking`, it is no longer
 * sent, and AURA is asked whether an attempt of unknown outcome reached it.
 */
export const sendings = ['yes', 'no', 'asking'] as const;
export type Sending = (typeof sendings)[number];

/** `held`: within its grace, which is a recorded press that is not sent before `sendsAt`. */
export const receiptStates = ['held', ...pressStates] as const;
export type ReceiptState = (typeof receiptStates)[number];

/** What is true of a press at `asOf`. `delivered` always carries AURA's callout id. */
export const receiptSchema = z.object({
  pressId: z.string(),
  state: z.enum(receiptStates),
  /** Of a held press, when it is sent; null of any other. */
  sendsAt: z.iso.datetime().nullable(),
  problem: z.enum(pressProblems).nullable(),
  sending: z.enum(sendings),
  /** It came after *I am safe*: what becomes of it is not shown, for a right and a wrong code alike. */
  afterSafe: z.literal(true).optional(),
  /** When its withdrawal was requested; it may still be *recorded* while AURA is asked. */
  withdrawRequestedAt: z.iso.datetime().nullable(),
  attempts: z.number().int(),
  calloutId: z.number().int().nullable(),
  /** AURA's hosted page, where our own page cannot open or the tab goes there. */
  trackingUrl: z.url().optional(),
  receivedAt: z.iso.datetime(),
  asOf: z.iso.datetime(),
  /** Whole seconds since we had the press, and since AURA took it or refused it. */
  ages: z.object({ receivedSeconds: z.number(), settledSeconds: z.number().nullable() }),
});
export type Receipt = z.output<typeof receiptSchema>;
