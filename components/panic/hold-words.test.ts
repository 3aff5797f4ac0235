import { describe, expect, it } from 'vitest';
import { earlyTexts } from '#components/panic/early-words.ts';
import { HOLD_MS } from '#components/panic/hold-machine.ts';
import {
  CANCEL_UNHEARD,
  holdLength,
  holdTexts,
  howLong,
  linesForScript,
  NO_ANSWER,
  noteOn,
} from '#components/panic/hold-words.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { languageCodes } from '#lib/languages/languages.ts';

const EN = translateInto('en');

it.each([
  [1_000, 'one second'],
  [1_500, 'one and a half seconds'],
  [2_000, 'two seconds'],
  [1_250, '1.25 seconds'],
  [500, '0.5 seconds'],
])('says %i ms as %s', (ms, words) => {
  expect(holdLength(ms)).toBe(words);
});

it('says the length that the machine asks for', () => {
  expect(howLong(EN)).toContain(holdLength(HOLD_MS));
  expect(noteOn({ name: 'holding', since: 0 }, { name: 'idle' }, holdTexts(EN))).toContain(
    holdLength(HOLD_MS),
  );
});

describe('the inline script', () => {
  it.each(languageCodes)('says in %s what React says', (code) => {
    const t = translateInto(code);
    expect(earlyTexts(linesForScript(t))).toEqual(holdTexts(t));
    expect(holdTexts(t).join('')).not.toContain('{');
  });

  it('has a text for each place where the page brings it none', () => {
    const short = earlyTexts(undefined);
    expect(short).toHaveLength(holdTexts(EN).length);
    expect(short.every(Boolean)).toBe(true);
    expect(short[NO_ANSWER]).toMatch(/call now/i);
    expect(short[CANCEL_UNHEARD]).toMatch(/may be coming/);
  });
});

it.each(languageCodes)('says in %s how a person presses who set it so', (code) => {
  const t = translateInto(code);
  const slow = holdTexts(t, { holdMs: 5_000, graceMs: 0, isTwoTaps: false });
  expect(slow.join(' ')).toMatch(code === 'en' ? /five seconds/ : /5[.,]0/);
  const taps = holdTexts(t, { holdMs: 500, graceMs: 3_000, isTwoTaps: true });
  expect(taps.slice(0, 2)).toEqual([t('hold.tapAgain'), t('hold.notTwice')]);
  expect(taps.slice(2)).toEqual(slow.slice(2));
});
