import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auraPage } from './aura-page.ts';

test('docs/aura.md says what the contract says', () => {
  const written = readFileSync(new URL('../docs/aura.md', import.meta.url), 'utf8');
  expect(written === auraPage(), 'stale: run npm run aura:docs').toBe(true);
});
