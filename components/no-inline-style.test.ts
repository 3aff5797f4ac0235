import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callSheet } from '#components/panic/call-sheet.ts';
import { CALL_SHEET_STYLE } from '#components/panic/call-sheet-style.ts';
import { english } from '#lib/languages/english.ts';

/** Their texts' hashes are in the policy (proxy.ts). */
const NAMED_BY_THE_POLICY = ['app/layout.tsx', 'components/panic/call-sheet.ts'];

test('no component writes a style attribute, which the policy of our pages refuses', () => {
  const files = globSync('{app,components}/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'));
  expect(files.length).toBeGreaterThan(100);
  const inline = files.filter((file) => /\sstyle=[{"'`]|<style[\s>](?!\$)/.test(readFileSync(file, 'utf8')));
  expect(inline.filter((file) => !NAMED_BY_THE_POLICY.includes(file))).toEqual([]);
});

test('the call sheet has the one style whose text the policy names', () => {
  const sheet = callSheet({ numbers: ['112'], isSandbox: true, build: 'test', t: english });
  expect([...sheet.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text)).toEqual([
    CALL_SHEET_STYLE,
  ]);
  expect(sheet).not.toMatch(/\sstyle=/);
});
