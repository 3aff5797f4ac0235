import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalloutHere, readPosted, readStanding } from '#lib/panic/answers.ts';
import { receiptSchema } from '#lib/panic/core/schema.ts';
import { pressProblems, receiptStates, sendings } from '#lib/vocabulary.ts';

// What the page of the button reads without the schemas that the server's document is made from.

const instant = fc
  .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
  .map((at) => at.toISOString());
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const receipts = fc.record(
  {
    pressId: fc.uuid(),
    state: fc.constantFrom(...receiptStates),
    sendsAt: orNull(instant),
    problem: orNull(fc.constantFrom(...pressProblems)),
    sending: fc.constantFrom(...sendings),
    afterSafe: fc.constant(true),
    withdrawRequestedAt: orNull(instant),
    attempts: fc.nat(9),
    calloutId: orNull(fc.nat()),
    trackingUrl: fc.webUrl(),
    receivedAt: instant,
    asOf: instant,
    ages: fc.record({ receivedSeconds: fc.nat(99), settledSeconds: orNull(fc.nat(99)) }),
  },
  {
    requiredKeys: [
      ...(['pressId', 'state', 'sendsAt', 'problem', 'sending', 'withdrawRequestedAt'] as const),
      ...(['attempts', 'calloutId', 'receivedAt', 'asOf', 'ages'] as const),
    ],
  },
);

describe('an answer about a press', () => {
  it('is read as the schema of receipts reads it', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        const whole = receiptSchema.parse(receipt);
        const { trackingUrl, ...read } = readStanding(receipt);
        expect(whole).toMatchObject(read);
        expect(trackingUrl).toBe(whole.trackingUrl ?? null);
        expect(readPosted(receipt)).toEqual(readStanding(receipt));
      }),
    );
  });

  it('that is none of ours is read as nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(() => readPosted(raw)).toThrow();
        expect(() => readCalloutHere(raw)).toThrow();
      }),
    );
  });

  it.each([
    ['another state', { state: 'lost' }],
    ['a number for an id', { pressId: 1 }],
    ['half a callout', { calloutId: 1.5 }],
    ['another way of sending', { sending: 'soon' }],
    ['a script for an address', { trackingUrl: 'javascript:alert(1)' }],
  ])('with %s is read as nothing', (_what, part) => {
    const [receipt] = fc.sample(receipts, 1);
    expect(() => readPosted({ ...receipt, ...part })).toThrow();
  });

  it('of a rejection says how it stands, and of any other refusal its code', () => {
    const rejected = { code: 'press.rejected', pressId: 'p', state: 'rejected', problem: 'no_subscription' };
    expect(readPosted(rejected)).toMatchObject({ state: 'rejected', problem: 'no_subscription' });
    expect(readPosted({ code: 'press.token_revoked', title: '' })).toEqual({ code: 'press.token_revoked' });
    // Of a newer build: no refusal that this page may take for the last word.
    expect(() => readPosted({ code: 'press.unheard_of' })).toThrow();
  });
});
