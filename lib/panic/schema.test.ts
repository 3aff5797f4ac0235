import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formToPress, sentPressInput } from '#lib/panic/schema.ts';

const read = (more: object) => sentPressInput.parse({ pressId: randomUUID(), ...more });

test('a press is never refused for an optional part, and only the word test makes it a test', () => {
  const part = fc.oneof(
    fc.anything(),
    fc.constantFrom('real', 'TEST', 'test ', 'drill', null, undefined, true, ['test']),
    fc.record({ latitude: fc.anything(), longitude: fc.double(), accuracy: fc.anything() }),
  );
  const anyPress = fc.record(
    { pressedAt: part, sentAt: part, kind: part, location: part, pressToken: part, graceSeconds: part },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyPress, fc.uuid(), (said, pressId) => {
      const result = sentPressInput.safeParse({ ...said, pressId });
      expect(result.success).toBe(true);
      expect(result.data?.kind).toBe(said.kind === 'test' ? 'test' : 'real');
      expect([0, said.graceSeconds]).toContain(result.data?.graceSeconds);
    }),
    { numRuns: 2_000 },
  );
});

describe('what could not be used', () => {
  it.each([
    [{ kind: 'drill' }, ['kind']],
    [{ pressedAt: 'just now', sentAt: 12 }, ['pressed_at', 'sent_at']],
    [{ location: 'at home' }, ['position']],
    [{ location: { latitude: 91, longitude: 28 } }, ['position']],
    [{ location: { latitude: -26, longitude: 28, accuracy: -1, source: 'guess' } }, ['accuracy', 'source']],
    [{ kind: null, location: null, sentAt: undefined }, []],
    ...[-1, 31, '3', Number.NaN, null, 0.5, 1e9, true].map((graceSeconds): [object, string[]] => [
      { graceSeconds },
      ['grace'],
    ]),
    ...[0, 3, 30, undefined].map((graceSeconds): [object, string[]] => [{ graceSeconds }, []]),
  ])('%j is named', (more, dropped) => {
    expect(read(more).dropped).toEqual(dropped);
  });

  it('leaves what could be used of the same position', () => {
    const location = {
      latitude: -26,
      longitude: 28,
      accuracy: Number.NaN,
      fixedAt: '2026-11-23T10:00:00Z',
      source: 'live',
    };
    expect(read({ location }).location).toMatchObject({ latitude: -26, accuracy: null, source: 'live' });
  });
});

describe('a form', () => {
  it('brings numbers as text, and empty fields as none', () => {
    const form = {
      pressId: randomUUID(),
      pressedAt: '',
      kind: 'real',
      latitude: '-26.5',
      longitude: '28',
      accuracy: '',
    };
    expect(sentPressInput.parse(formToPress(form))).toMatchObject({
      location: { latitude: -26.5, longitude: 28, accuracy: null },
      pressedAt: null,
    });
  });

  it.each(['NaN', '91', 'north', '1e999'])('with latitude %s is a press without a position', (latitude) => {
    const { location, dropped } = sentPressInput.parse(
      formToPress({ pressId: randomUUID(), latitude, longitude: '28' }),
    );
    expect([location, dropped]).toEqual([undefined, ['position']]);
  });
});

it('without an id of its own it is no press', () => {
  for (const pressId of [undefined, '1', 7, null]) {
    expect(sentPressInput.safeParse({ pressId }).success).toBe(false);
  }
});
