import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Callout } from '#lib/callouts/answers.ts';
import { factSources, stages } from '#lib/vocabulary.ts';
import { type CancelRequest, duressSafeView, isDoubtful, isSafeCode, MAX_CODES, mayBeSent } from './model.ts';

const START = Date.UTC(2026, 10, 23, 10);
const ASKED = new Date(START + 60_000);
const iso = (ms: number) => new Date(ms).toISOString();

const fact = (min: number, max: number) =>
  fc.record({
    at: fc.integer({ min, max }).map(iso),
    stage: fc.option(fc.constantFrom(...stages)),
    event: fc.option(fc.string()),
    source: fc.constantFrom(...factSources),
  });
const before = fc.array(fact(START, ASKED.getTime()));
const after = fc.array(fact(ASKED.getTime() + 1, ASKED.getTime() + 1_000_000));

function calloutWith(timeline: Callout['timeline'], rest: Partial<Callout>): Callout {
  return {
    calloutId: 7,
    kind: 'real',
    stage: 'raised',
    rawStatus: null,
    raisedAt: iso(START),
    asOf: iso(START),
    askedAt: iso(START),
    closedAt: null,
    closeReportedAt: null,
    servedAt: iso(ASKED.getTime() + 2_000_000),
    safeAskedAt: null,
    following: null,
    timeline,
    ...rest,
  };
}

test('what a person sees after saying that they are safe does not depend on what happens then', () => {
  const later = fc.record({
    facts: after,
    stage: fc.constantFrom(...stages.filter((stage) => stage !== 'closed')),
    rawStatus: fc.option(fc.string()),
    asOf: fc.integer({ min: START, max: ASKED.getTime() + 1_000_000 }).map(iso),
    closeReportedAt: fc.option(fc.constant(iso(ASKED.getTime() + 1))),
  });
  fc.assert(
    fc.property(before, later, later, (known, one, other) => {
      const [seen, alsoSeen] = [one, other].map(({ facts, ...rest }) =>
        duressSafeView(calloutWith([...known, ...facts], { ...rest, askedAt: rest.asOf }), ASKED),
      );
      expect(seen).toEqual(alsoSeen);
    }),
  );
});

test('a close is shown, and nothing else of what came with it', () => {
  fc.assert(
    fc.property(before, after, after, (known, one, other) => {
      const closedAt = iso(ASKED.getTime() + 1_500_000);
      const [seen, alsoSeen] = [one, other].map((facts) =>
        duressSafeView(calloutWith([...known, ...facts], { stage: 'closed', closedAt }), ASKED),
      );
      expect(seen).toEqual(alsoSeen);
      expect(seen).toMatchObject({ stage: 'closed', closedAt });
    }),
  );
});

test('the code is the end of the number, as it was typed', () => {
  expect(isSafeCode('4567', '+27821234567')).toBe(true);
  for (const typed of ['', '4568', '567', '04567', ' 4567', '4567 ', '+27821234567']) {
    expect(isSafeCode(typed, '+27821234567'), typed).toBe(false);
  }
});

const asked: fc.Arbitrary<CancelRequest> = fc.record({
  by: fc.constantFrom('person' as const, 'operator' as const),
  hasCode: fc.boolean(),
  isCodeRight: fc.option(fc.boolean()),
});

test('a person without a code, or with too many, never reaches AURA', () => {
  fc.assert(
    fc.property(asked, fc.nat(20), (request, codesBefore) => {
      const isSent = mayBeSent(request, codesBefore);
      if (request.by === 'operator') expect(isSent).toBe(true);
      else expect(isSent).toBe(request.hasCode && codesBefore < MAX_CODES);
    }),
  );
});

test('whatever is not a right code that AURA took is doubtful; an operator never is', () => {
  fc.assert(
    fc.property(asked, fc.boolean(), (request, isRefused) => {
      const isFine = request.by === 'operator' || (request.isCodeRight === true && !isRefused);
      expect(isDoubtful(request, isRefused)).toBe(!isFine);
    }),
  );
});
