import { expect, test } from 'vitest';
import { stateWords } from '#components/admin/undelivered-words.ts';

const PRESS = {
  state: 'recorded',
  problem: 'aura_unavailable',
  sending: 'yes',
  withdrawRequestedAt: null,
} as const;
const ASKED = '2026-11-23T10:00:00.000Z';

test('says that a press is sent only while it is', () => {
  expect(stateWords(PRESS)).toBe('Still sending');
  for (const sending of ['asking', 'no'] as const) {
    expect(stateWords({ ...PRESS, sending })).toMatch(/^No longer sent/);
    expect(stateWords({ ...PRESS, sending, withdrawRequestedAt: ASKED })).toMatch(/^Cancelled by the person/);
  }
  expect(stateWords({ ...PRESS, state: 'expired', sending: 'no' })).toBe('Expired unsent');
});

test('distinguishes unknown from known outcomes', () => {
  for (const withdrawRequestedAt of [null, ASKED]) {
    expect(stateWords({ ...PRESS, sending: 'asking', withdrawRequestedAt })).toContain('asking AURA');
    expect(stateWords({ ...PRESS, sending: 'no', withdrawRequestedAt })).not.toContain('asking AURA');
  }
});

test('says what a press without a location needs', () => {
  expect(stateWords({ ...PRESS, problem: 'no_location', sending: 'no' })).toBe('Needs a location');
});
