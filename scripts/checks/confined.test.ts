import { describe, expect, test } from 'vitest';
import { CONFINED, checkConfined } from './confined.ts';

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'process.env': [
    'const port = process.env.PORT;',
    "const port = process['env'].PORT;",
    'const { env } = process;',
    "import { env } from 'node:process';",
  ],
  fetch: ["await fetch('/x');", "await globalThis.fetch('/x');", "await window.fetch('/x');"],
  'the present time': [
    'const t = Date.now();',
    'const t = new Date();',
    'const t = new Date;',
    'const t = Date();',
  ],
};

const ALLOWED = [
  "const when = new Date('2026-01-01');",
  '// fetch( and process.env are named in a comment',
  "const text = 'new Date() and fetch(x)';",
  'const row = store.fetch(1);',
];

const HOMES: Readonly<Record<string, readonly string[]>> = {
  'process.env': ['lib/platform/env.ts', 'sandbox/settings.ts', 'next.config.ts', 'scripts/start.ts'],
  fetch: ['lib/aura/transport/send.ts', 'lib/platform/outgoing.ts', 'lib/panic/queries.ts', 'public/sw.js'],
  'the present time': ['lib/platform/clock.ts', 'sandbox/clock.ts', 'lib/panic/core/model.test.ts'],
};

test('every confined use has examples here', () => {
  expect(Object.keys(REFUSED)).toEqual(CONFINED.map(({ what }) => what));
});

describe.each(Object.entries(REFUSED))('%s', (what, uses) => {
  test.each(uses)('is found in: %s', (text) => {
    expect(checkConfined([{ path: 'lib/panic/device/raise-press.ts', text }]).problems).toEqual([
      expect.stringMatching(`^lib/panic/device/raise-press.ts:1: ${what} belongs in `),
    ]);
  });

  test.each(HOMES[what] ?? [])('may be used in %s', (path) => {
    expect(checkConfined(uses.map((text) => ({ path, text }))).problems.join()).not.toContain(what);
  });
});

test.each(ALLOWED)('does not mind: %s', (text) => {
  expect(checkConfined([{ path: 'lib/panic/device/raise-press.ts', text }]).problems).toEqual([]);
});
