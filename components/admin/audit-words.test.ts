import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionNames, actionWords, actorRoleWords, detailWords } from './audit-words.ts';

const CODE = /^[a-z_]+\.[a-z_]+$/;

/** The codes of actions in our sources; `switch_${to}` is both of its kinds. */
function actionsInSources(): string[] {
  const files = globSync('lib/**/*.ts').filter((file) => !/\.test\.ts$|^lib\/testing\//.test(file));
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/(?:action: |(?:RUN_BEGAN|RUN_ENDED|BUDGET_USED) = )['`]([a-z_]+\.[a-z_$]+)/g)].map(
      ([, code = '']) => code,
    ),
  );
}

test('every action that is audited has words, and no word is a code', () => {
  const found = actionsInSources();
  expect(found.length).toBeGreaterThan(40);
  for (const code of found) {
    const names = Object.keys(actionNames).filter(
      (name) => name === code || name.startsWith(code.split('$')[0] ?? '-'),
    );
    expect(names, code).not.toEqual([]);
    if (!code.includes('$')) expect(actionNames, code).toHaveProperty([code]);
  }
  for (const words of Object.values(actionNames)) expect(words).not.toMatch(/[_.]/);
});

test('what is not known here is shown without its punctuation', () => {
  expect(actionWords('noun.verb_phrase')).toBe('Noun verb phrase');
  expect(actorRoleWords('some_role')).toBe('Some role');
});

test.each([
  ['alert.acknowledge', 'press_undelivered', 'Not sent'],
  ['alert.assign', 'new_callout to Ben to', 'New, to Ben to'],
  ['press.give_outcome', 'not_reached', 'Could not reach the person'],
  ['callout.reread', 'nothing_new', 'nothing new'],
  ['callout.set_verdict', 'false_alarm', 'Marked as a false alarm'],
  ['callout.cancel_as_operator', '4b0e7c1e-0000-4000-8000-000000000000', '–'],
  ['second_factor.refuse', 'input.invalid', 'Please fix the marked answers'],
  [
    'refusal.many',
    'after press.forge: the rest of this hour is counted',
    'After “Press refused: not from this person”: the rest of this hour is counted',
  ],
  ['passkey.add', 'My key', 'My key'],
])('%s with %s is said as %s', (action, detail, words) => {
  expect(detailWords(action, detail)).toBe(words);
  expect(words).not.toMatch(CODE);
});
