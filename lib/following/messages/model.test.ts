import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanText,
  MAX_TEXT_LENGTH,
  MESSAGE_EXPIRY_MS,
  matchMessages,
  nextMessageStep,
  STRAY_MESSAGE_MS,
  wireText,
} from './model.ts';
import { writeMessageInput } from './schema.ts';

const AT = new Date('2026-11-23T10:00:00Z');
const ago = (ms: number) => new Date(AT.getTime() - ms);
const instantAgo = fc.integer({ min: 0, max: 2 * MESSAGE_EXPIRY_MS }).map(ago);

describe('the next step', () => {
  test('a message that may have arrived is never sent again unseen', () => {
    fc.assert(
      fc.property(instantAgo, instantAgo, (writtenAt, lastAttemptAt) => {
        const step = nextMessageStep({ writtenAt, lastAttemptAt, outcomeUnknownSince: lastAttemptAt }, AT);
        expect(['settle', 'wait']).toContain(step.kind);
        if (step.kind === 'wait') expect(step.until.getTime()).toBeGreaterThan(AT.getTime());
        else expect(AT.getTime() - lastAttemptAt.getTime()).toBeGreaterThanOrEqual(STRAY_MESSAGE_MS);
      }),
    );
  });

  test('one that certainly did not arrive goes until it is too late', () => {
    fc.assert(
      fc.property(instantAgo, fc.option(instantAgo), (writtenAt, lastAttemptAt) => {
        const { kind } = nextMessageStep({ writtenAt, lastAttemptAt, outcomeUnknownSince: null }, AT);
        const isLate = AT.getTime() - writtenAt.getTime() >= MESSAGE_EXPIRY_MS;
        expect(kind).toBe(isLate ? 'too_late' : 'attempt');
      }),
    );
  });
});

describe('what AURA has', () => {
  const texts = fc.constantFrom('help', 'I am hiding', 'help  me');
  const heard = fc.array(
    fc.record({ eventId: fc.integer({ min: 1, max: 12 }), text: texts, isFromCustomer: fc.boolean() }),
  );
  const sent = fc.array(texts).map((all) => all.map((wire, index) => ({ id: `m${index}`, wire })));
  const known = fc.uniqueArray(fc.integer({ min: 1, max: 12 })).map((ids) => new Set(ids));

  test('each of AURA’s messages is returned once, each of ours matched at most once, no known one', () => {
    fc.assert(
      fc.property(heard, known, sent, (all, already, unconfirmed) => {
        const { ours, theirs } = matchMessages(all, already, unconfirmed);
        const told = [...ours, ...theirs].map(({ eventId }) => eventId);
        expect(new Set(told).size).toBe(told.length);
        expect(told.some((eventId) => already.has(eventId))).toBe(false);
        expect(new Set([...told, ...already]).size).toBe(
          new Set([...all.map(({ eventId }) => eventId), ...already]).size,
        );
        const found = ours.map(({ id }) => id);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  test('equal texts are found in the order in which they were sent', () => {
    const unconfirmed = [
      { id: 'first', wire: 'help' },
      { id: 'second', wire: 'help' },
    ];
    const one = [{ eventId: 5, text: ' help\n', isFromCustomer: true }];
    expect(matchMessages(one, new Set(), unconfirmed)).toEqual({
      ours: [{ id: 'first', eventId: 5 }],
      theirs: [],
    });
  });

  test('the same text from the control room is not our message', () => {
    const theirs = [{ eventId: 5, text: 'help', isFromCustomer: false }];
    expect(matchMessages(theirs, new Set(), [{ id: 'ours', wire: 'help' }])).toEqual({ ours: [], theirs });
  });
});

describe('who writes', () => {
  test('is in the text, since AURA knows one source for all of us', () => {
    expect(wireText('person', 'I am hiding')).toBe('I am hiding');
    expect(wireText('operator', 'Gate code 4')).toBe('Vigil operator: Gate code 4');
    expect(wireText('vigil', 'Old position.')).toBe('Vigil, automatically: Old position.');
  });

  test('a person cannot pass for an operator', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const claimed = wireText('person', `${before.replace(/\w/g, '')}vIgIl operator: ${after}`);
        expect(claimed.startsWith('Customer: ')).toBe(true);
      }),
    );
  });
});

describe('a text', () => {
  const input = (text: unknown) =>
    writeMessageInput.safeParse({ calloutId: 1, id: '0f3b9f6e-6b0c-4d6f-9d3a-3f6f6b1f7a11', text });

  test('loses what no screen shows, and nothing else', () => {
    expect(cleanText('a\u0000b\u001bc\r\nd\te\u202Ef')).toBe('abc\nd\tef');
    expect(cleanText('  Hilfe, Größe 👩‍👩‍👧 ድጋፍ ')).toBe('Hilfe, Größe 👩‍👩‍👧 ድጋፍ');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleaned).not.toMatch(/(?![\n\t])\p{Cc}/u);
      }),
    );
  });

  test.each([
    '',
    '  \n',
    '\u0000\u0007',
    'x'.repeat(MAX_TEXT_LENGTH + 1),
    'x'.repeat(20_000),
    5,
    null,
    undefined,
  ])('is refused by its field when there is none or too much of it', (text) => {
    const parsed = input(text);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.path).toEqual(['text']);
  });

  test('may be as long as its limit', () => {
    expect(input('x'.repeat(MAX_TEXT_LENGTH)).success).toBe(true);
  });
});
