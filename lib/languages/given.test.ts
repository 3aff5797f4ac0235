import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from './en/all.ts';
import type { Part } from './en/messages.ts';

// A page gives the browser the parts of the catalogue that its components show. Without one they would show nothing in
// place of a word, and nothing would fail.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');

/** The page, its layouts' words apart, and all of the components that it is made of. */
function madeOf(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, next] of read(path).matchAll(/from '#((?:app|components)\/[^']+)'/g))
    madeOf(next ?? '', found);
  return found;
}

const isPart = (name: string): name is Part => Object.hasOwn(en, name);

/** English parts that a file gives: the browser has *shared* of itself. */
function givenBy(text: string): string[] {
  const calls = [...text.matchAll(/wordsIn\(([^;]*?)\)[;}\s]/g)].map(([, call]) => call ?? '');
  const parts = calls.flatMap((call) => [...call.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? ''));
  const single = [...text.matchAll(/\{ '([\w.]+)': t\(/g)].map(([, key]) => key ?? '');
  return [...parts.filter(isPart).flatMap((part) => Object.keys(en[part])), ...single];
}

/** Says a refusal that the page was not given as a fault of ours. */
const ASKS_WHAT_IS_GIVEN = 'components/panic/press-refused-words.ts';
const KEYS = Object.values(en).flatMap((part) => Object.keys(part));

/** Keys that a file takes from the words of its page, itself or for a component: those that it writes, whole or begun. */
function usedBy(path: string): string[] {
  const text = read(path);
  if (path === ASKS_WHAT_IS_GIVEN || !/\buseWords\(\)|\bTranslate\b/.test(text)) return [];
  const written = new Set([...text.matchAll(/'([\w.]+)'/g)].map(([, key]) => key));
  const begun = [...text.matchAll(/`([a-z]\w*\.[\w.]*)\$\{/g)].map(([, head]) => head ?? '');
  return KEYS.filter((key) => written.has(key) || begun.some((head) => key.startsWith(head)));
}

const pages = globSync('app/**/{page,error}.tsx', { cwd: ROOT });
const layouts: Readonly<Record<string, string>> = {
  'app/(person)/': 'app/(person)/layout.tsx',
  'app/(public)/': 'app/(public)/layout.tsx',
};

const begins = (...heads: string[]) => KEYS.filter((key) => heads.some((head) => key.startsWith(head)));
/** Fields that registering alone has. */
const OF_REGISTERING = begins(
  'field.name',
  'field.surname',
  'field.say',
  'field.subscription',
  'field.registration',
);

/** Keys of components that the page is made of and does not show, each with why. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  // These the server writes, from the whole catalogue.
  'app/(person)/panic/page.tsx': ['history.all', 'terms.new'],
  'app/(person)/callouts/page.tsx': Object.keys(en.history),
  'app/(public)/help/page.tsx': [...Object.keys(en.help), 'panic.cannotHold', 'signIn.newCode'],
  'app/(public)/follow/[token]/page.tsx': Object.keys(en.follow),
  'app/(public)/privacy/page.tsx': [
    ...Object.keys(en.policies),
    'profile.facts',
    'data.delete',
    'data.download',
  ],
  'app/(public)/terms/page.tsx': Object.keys(en.policies),
  'app/(public)/register/return/[reference]/page.tsx': [...Object.keys(en.outcomes), 'entry.signIn'],
  // Practice checks no readiness.
  'app/(person)/practice/page.tsx': Object.keys(en.ready),
  // An address asks for a position by itself, without a press.
  'app/(person)/profile/page.tsx': [
    ...OF_REGISTERING,
    ...begins('where.'),
    // These the server writes, too.
    ...Object.keys(en.profile),
    'join.subscription',
    'history.all',
  ],
  'app/(public)/sign-in/page.tsx': OF_REGISTERING,
};

test('pages are found, and components that take their words from them', () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(usedBy('components/registration/code-step.tsx')).toContain('signIn.code');
  expect([...madeOf('app/(person)/profile/page.tsx')]).toContain('components/registration/code-step.tsx');
});

test.each(pages)('%s gives its components all words that they show', (page) => {
  const layout = Object.entries(layouts).find(([folder]) => page.startsWith(folder))?.[1];
  const files = [...madeOf(page)];
  const given = new Set([
    ...Object.keys(en.shared),
    ...(NOT_SHOWN[page] ?? []),
    ...givenBy(read(page)),
    ...(layout === undefined ? [] : givenBy(read(layout))),
  ]);
  expect(files.flatMap(usedBy).filter((key) => !given.has(key))).toEqual([]);
});
