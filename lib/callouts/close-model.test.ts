import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALONE_MS,
  type Answer,
  BLACKOUT_MS,
  CONFIRM_MS,
  evidenceOfClose,
  type KnownCallout,
  LEFT_AT_THE_END_MS,
  LEFT_MS,
  LISTS,
  NEVER_LISTED_MS,
  type Others,
} from '#lib/callouts/close-model.ts';
import { stageOfStatus } from '#lib/callouts/model.ts';
import { stages } from '#lib/vocabulary.ts';

const now = new Date('2026-11-23T10:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

/** Open, on the list, and read singly a moment ago. */
const KNOWN: KnownCallout = {
  stage: 'dispatched',
  rawStatus: 'Responder Dispatched',
  asOf: ago(5_000),
  readAt: ago(5_000),
  listedStatus: 'Responder Dispatched',
  unlistedSince: null,
  unlistedLists: 0,
  missingSince: null,
  closeNamedAt: null,
  positionAt: null,
};
/** The only open one. */
const ALONE: Others = { shownSince: 0, missing: 0, listedSince: 0, leftTogether: 0, isReplaced: false };
/** Another is on the list and was read since. */
const AMONG: Others = { ...ALONE, shownSince: 1, listedSince: 1 };
/** AURA shows none of several. */
const BLACKOUT: Others = { ...ALONE, missing: 4, leftTogether: 4 };

const left = (ms: number) => ({ unlistedSince: ago(ms), unlistedLists: LISTS });
const SAME: Answer = { kind: 'read', rawStatus: KNOWN.rawStatus };
const SILENT_TEXT: Answer = { kind: 'read', rawStatus: null };
const MISSING: Answer = { kind: 'missing' };

const evidence = (known: Partial<KnownCallout>, answer: Answer, others: Others = ALONE) =>
  evidenceOfClose({ ...KNOWN, ...known }, answer, others, now);

describe('what AURA says outright', () => {
  test('a text that says closed is enough, also on the list', () => {
    expect(evidence({}, { kind: 'read', rawStatus: 'Callout Closed' })).toBe('words');
  });

  const named = { closeNamedAt: ago(1_000) };
  const gone = { ...named, unlistedSince: ago(500), unlistedLists: 1 };

  test('an event of the close closes nothing that AURA lists, or that never was on its list', () => {
    for (const answer of [SAME, SILENT_TEXT]) {
      for (const others of [ALONE, AMONG]) {
        expect(evidence(named, answer, others)).toBeNull();
        expect(evidence({ ...gone, listedStatus: null }, answer, others)).toBeNull();
      }
    }
  });

  test('it counts when AURA knows no such callout, or lists it no more', () => {
    expect(evidence(named, MISSING)).toBe('event');
    for (const answer of [SAME, SILENT_TEXT, MISSING]) expect(evidence(gone, answer)).toBe('event');
  });

  test('is not enough while the status text changes, positions are accepted, or several are missing', () => {
    expect(evidence(gone, { kind: 'read', rawStatus: 'Responder Arrived' })).toBeNull();
    for (const answer of [SAME, MISSING]) {
      expect(evidence({ ...gone, positionAt: now }, answer)).toBeNull();
      expect(evidence(gone, answer, BLACKOUT)).toBeNull();
    }
  });

  test('an answer that was asked for before the event came says nothing of it', () => {
    expect(evidence({ ...gone, closeNamedAt: new Date(now.getTime() + 1) }, SAME)).toBeNull();
  });
});

describe('“there is no such callout”', () => {
  const unlisted = left(CONFIRM_MS);

  test('must be said twice of one that has left the list', () => {
    expect(evidence(unlisted, MISSING)).toBeNull();
    expect(evidence({ ...unlisted, missingSince: ago(CONFIRM_MS - 1) }, MISSING)).toBeNull();
    expect(evidence({ ...unlisted, missingSince: ago(CONFIRM_MS) }, MISSING)).toBe('missing');
  });

  test('counts nothing of one that is on the list, nor of one that AURA never showed', () => {
    const missingSince = ago(BLACKOUT_MS);
    expect(evidence({ missingSince }, MISSING, AMONG)).toBeNull();
    const never = { ...unlisted, missingSince, readAt: null, listedStatus: null };
    expect(evidence(never, MISSING, AMONG)).toBeNull();
  });

  test('counts after longer while the list does not answer', () => {
    const silent = (ms: number) => ({ missingSince: ago(ms), asOf: ago(ms) });
    expect(evidence(silent(ALONE_MS - 1), MISSING)).toBeNull();
    expect(evidence(silent(ALONE_MS), MISSING)).toBe('missing');
  });

  test('said of all of several is a fault until it lasts', () => {
    const gone = (ms: number) => ({ ...left(ms), missingSince: ago(ms) });
    expect(evidence(gone(BLACKOUT_MS - 1), MISSING, BLACKOUT)).toBeNull();
    expect(evidence(gone(BLACKOUT_MS), MISSING, BLACKOUT)).toBe('missing');
  });

  test('counts nothing while AURA takes positions', () => {
    const known = { ...unlisted, missingSince: ago(LEFT_MS - 1), positionAt: ago(1_000) };
    expect(evidence(known, MISSING)).toBeNull();
  });
});

describe('a callout that has left the list, while AURA says nothing new of it', () => {
  test.each([
    ['among others', AMONG, {}, LEFT_MS],
    ['alone', ALONE, {}, LEFT_MS],
    ['with all others', BLACKOUT, {}, BLACKOUT_MS],
    ['completed', ALONE, { stage: 'completed' }, LEFT_AT_THE_END_MS],
    ['cancelled', AMONG, { stage: 'cancelled' }, LEFT_AT_THE_END_MS],
    ['with a cancelled responder', ALONE, { rawStatus: 'Responder Cancelled' }, LEFT_AT_THE_END_MS],
    ['cancelled, with all others', BLACKOUT, { stage: 'cancelled' }, LEFT_MS],
    ['followed by a newer one', { ...AMONG, isReplaced: true }, {}, LEFT_AT_THE_END_MS],
    ['though it never was on it', ALONE, { listedStatus: null }, NEVER_LISTED_MS],
    ['though it never was on it, and others are', AMONG, { listedStatus: null }, LEFT_MS],
  ] as const)('%s, counts as closed after a time and not before', (_how, others, known, afterMs) => {
    for (const answer of [
      SILENT_TEXT,
      { kind: 'read' as const, rawStatus: { ...KNOWN, ...known }.rawStatus },
    ]) {
      expect(evidence({ ...known, ...left(afterMs - 1) }, answer, others)).toBeNull();
      expect(evidence({ ...known, ...left(afterMs) }, answer, others)).toBe('left_list');
    }
  });

  test('does not while too few lists have answered', () => {
    expect(evidence({ ...left(LEFT_MS), unlistedLists: LISTS - 1 }, SAME)).toBeNull();
  });

  test('counts from the last position that AURA took, unless it was called off', () => {
    const streaming = { ...left(LEFT_MS), positionAt: ago(1_000) };
    expect(evidence(streaming, SAME)).toBeNull();
    expect(evidence({ ...streaming, positionAt: ago(LEFT_MS) }, SAME)).toBe('left_list');
    expect(evidence({ ...streaming, stage: 'cancelled' }, SAME)).toBe('left_list');
  });
});

const maybeAgo = fc.option(fc.integer({ min: 0, max: 30 * 3_600_000 }).map(ago), { nil: null });
const text = fc.option(fc.constantFrom('created', 'Responder Dispatched', 'Responder Cancelled', 'Mystery'), {
  nil: null,
});
const standing: fc.Arbitrary<KnownCallout> = fc.record({
  stage: fc.constantFrom(...stages.filter((stage) => stage !== 'closed')),
  rawStatus: text,
  asOf: fc.integer({ min: 0, max: 3_600_000 }).map(ago),
  readAt: maybeAgo,
  listedStatus: text,
  unlistedSince: maybeAgo,
  unlistedLists: fc.nat({ max: 9 }),
  missingSince: maybeAgo,
  closeNamedAt: maybeAgo,
  positionAt: maybeAgo,
});
const others: fc.Arbitrary<Others> = fc.record({
  shownSince: fc.nat({ max: 2 }),
  missing: fc.nat({ max: 2 }),
  listedSince: fc.nat({ max: 2 }),
  leftTogether: fc.nat({ max: 2 }),
  isReplaced: fc.boolean(),
});
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant(MISSING),
  text.map((rawStatus) => ({ kind: 'read' as const, rawStatus })),
);

test('property: a changed text closes nothing, and neither does being on the list', () => {
  fc.assert(
    fc.property(standing, answer, others, (known, said, rest) => {
      const found = evidenceOfClose(known, said, rest, now);
      if (said.kind === 'read' && said.rawStatus !== null && said.rawStatus !== known.rawStatus)
        expect(found).toBe(stageOfStatus(said.rawStatus) === 'closed' ? 'words' : null);
      const isListed = known.unlistedSince === null;
      if (isListed && said.kind === 'read' && !known.closeNamedAt) expect(found).toBeNull();
    }),
  );
});

test('one wrong answer of AURA’s closes nothing that was on the list and shown before it', () => {
  fc.assert(
    fc.property(standing, answer, others, (known, said, rest) => {
      const sound = {
        ...known,
        missingSince: null,
        closeNamedAt: null,
        unlistedSince: ago(0),
        unlistedLists: 1,
      };
      expect(evidenceOfClose(sound, said, rest, now)).toBeNull();
    }),
  );
});

test('where AURA shows none of several, nothing that may still need help is closed within hours', () => {
  fc.assert(
    fc.property(standing, answer, fc.integer({ min: 0, max: BLACKOUT_MS - 1 }), (known, said, ms) => {
      const inNeed = {
        ...known,
        stage: 'dispatched' as const,
        rawStatus: 'Responder Dispatched',
        listedStatus: 'Responder Dispatched',
        closeNamedAt: null,
        unlistedSince: ago(ms),
        missingSince: said.kind === 'missing' ? ago(ms) : null,
      };
      expect(evidenceOfClose(inNeed, said, BLACKOUT, now)).toBeNull();
    }),
  );
});

test('what counts as closed counts so later, too, while AURA goes on saying the same', () => {
  fc.assert(
    fc.property(standing, answer, others, fc.nat({ max: 86_400_000 }), (known, said, rest, ms) => {
      const isClosed = evidenceOfClose(known, said, rest, now) !== null;
      const isLater = evidenceOfClose(known, said, rest, new Date(now.getTime() + ms)) !== null;
      if (isClosed) expect(isLater).toBe(true);
    }),
  );
});

test('whatever else is true, one that AURA has dropped ends here within a day', () => {
  fc.assert(
    fc.property(standing, others, fc.boolean(), (known, rest, isMissing) => {
      const dropped = {
        ...known,
        ...left(NEVER_LISTED_MS),
        positionAt: null,
        missingSince: isMissing ? ago(NEVER_LISTED_MS) : null,
      };
      const said = isMissing ? MISSING : ({ kind: 'read', rawStatus: known.rawStatus } as const);
      expect(evidenceOfClose(dropped, said, rest, now)).not.toBeNull();
    }),
  );
});
