import { afterEach, expect, it, vi } from 'vitest';
import { isOtherLanguage } from '#components/ui/whole-loads.tsx';

const SITE = 'https://vigil.example';
const on = (path: string) =>
  vi.stubGlobal('window', { location: { href: `${SITE}${path}`, origin: SITE, pathname: path } });

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ['/panic', '/privacy', true],
  ['/privacy', '/panic', true],
  ['/panic', '/practice', false],
  ['/privacy', '/help', true],
  ['/privacy', '/terms', false],
  ['/panic', '/panic?press=1', false],
  ['/panic', 'https://other.example/profile', false],
  ['/panic', 'tel:112', false],
])('from %s to %s the language changes: %s', (from, to, isOther) => {
  on(from);
  expect(isOtherLanguage(to)).toBe(isOther);
});
