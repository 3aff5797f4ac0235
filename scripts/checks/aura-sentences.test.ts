import { expect, test } from 'vitest';
import { checkAuraSentences, renewRegister, sentencesAboutAura } from './aura-sentences.ts';

const evidence = new Set(['vigil', 'tracking-page']);
const register = (...sentences: string[]) =>
  ['# Register', '## vigil', ...sentences.map((one) => `- ${one}`), ''].join('\n');
const check = (path: string, text: string, known: string) =>
  checkAuraSentences([{ path, text }], known, evidence).problems;

test.each([
  ['text', 'components/a.tsx', 'export const A = () => <p>AURA forgets them at once.</p>;'],
  ['text over lines', 'app/a.tsx', 'export const A = () => <p>\n  AURA forgets\n  them at once.\n</p>;'],
  ['an attribute', 'components/a.tsx', 'export const A = () => <i title="AURA forgets them at once." />;'],
  ['an error', 'lib/errors/a.ts', "export const a = { detail: 'Done. AURA forgets them at once.' };"],
  [
    'the sandbox',
    'sandbox/pages/a.ts',
    'export const a = html`<p class="b">AURA forgets <b>them</b> at once.</p>`;',
  ],
  ['a command', 'scripts/doctor.ts', "console.log('AURA forgets them at once.');"],
  ['its page', 'sandbox/README.md', 'AURA forgets them at once.'],
  ['a page', 'docs/a.md', '# A\n\nWords. **AURA** [forgets](x.md) them\nat once.\n'],
  ['a table', 'README.md', '| a | b |\n| --- | --- |\n| x | AURA forgets them at once. |\n'],
])('a sentence that is not in the register fails: %s', (_what, path, text) => {
  expect(check(path, text, register())).toEqual([
    expect.stringMatching(/has no evidence in docs\/aura-sentences.md: AURA forgets them at once\.$/),
  ]);
  expect(check(path, text, register('AURA forgets them at once.'))).toEqual([]);
});

test('a sentence with a value in it is one, whatever the value', () => {
  const text = ['export const a = (n: number) => `AURA lists $', '{n} kinds of help.`;'].join('');
  expect(check('lib/a.ts', text, register('AURA lists … kinds of help.'))).toEqual([]);
});

test('an outdated sentence fails, and so does unknown evidence', () => {
  expect(check('docs/a.md', 'Nothing.', register('AURA phones you.'))).toEqual([
    'docs/aura-sentences.md: is said nowhere any more: AURA phones you.',
  ]);
  const unfounded = '## hearsay\n- AURA phones you.\n';
  expect(check('docs/a.md', 'AURA phones you.', unfounded)).toEqual([
    'docs/aura-sentences.md: no evidence is called hearsay: AURA phones you.',
  ]);
});

test.each([
  ['a comment', 'lib/a.ts', '// AURA forgets them at once.\nexport const a = 1;'],
  ['a log', 'lib/a.ts', "log.warn('AURA forgets them at once.');"],
  ['a defect', 'lib/a.ts', "throw new Error('AURA forgets them at once.');"],
  ['a benchmark', 'scripts/bench.ts', "console.log('AURA forgets them at once.');"],
  ['a test', 'lib/a.test.ts', "test('AURA forgets them at once.', run);"],
  ['the generated page', 'docs/aura.md', 'AURA forgets them at once.'],
  ['a variable', 'docs/a.md', 'Set AURA_BASE_URL to this.'],
  ['a label', 'components/a.tsx', 'export const A = () => <b>AURA’s report</b>;'],
])('nobody is asked for evidence of %s', (_what, path, text) => {
  expect(sentencesAboutAura([{ path, text }])).toEqual([]);
});

test('the register is renewed: what is gone leaves, what is new waits to be placed', () => {
  const before = '# Register\n\n## tracking-page\n\n- AURA has a page.\n- AURA phones you.\n';
  const found = sentencesAboutAura([{ path: 'docs/a.md', text: 'AURA has a page. AURA sings to you.' }]);
  expect(renewRegister(before, found)).toBe(
    '# Register\n\n## tracking-page\n\n- AURA has a page.\n\n## unplaced\n\n- AURA sings to you.\n',
  );
});
