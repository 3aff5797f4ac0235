import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageCodes, PSEUDO } from './languages.ts';
import { backToPage, chosenLanguage, languageCookie } from './negotiate.ts';

const asking = (language: string | null, cookie?: string) =>
  new Headers({
    ...(language === null ? {} : { 'accept-language': language }),
    ...(cookie ? { cookie } : {}),
  });

describe('the language of a person', () => {
  it.each([
    [null, 'en'],
    ['*', 'en'],
    ['en-ZA,en;q=0.9,af;q=0.8', 'en'],
    ['af-ZA,af;q=0.9,en;q=0.8', 'af'],
    ['ar-EG', 'ar'],
    ['pt-BR,pt;q=0.9', 'pt'],
    ['de-DE,fr;q=0.5', 'fr'],
    ['nso,st;q=0.8', 'st'],
    ['de-DE,de', 'en'],
    ['fr;q=0,en', 'en'],
    ['nonsense;;;', 'en'],
  ])('is, where the browser asks for %s: %s', (asked, language) => {
    expect(chosenLanguage(asking(asked), false)).toBe(language);
  });

  it('is what they chose, whatever the browser asks for', () => {
    for (const code of languageCodes) {
      const kept = languageCookie(code, true).split(';')[0];
      expect(chosenLanguage(asking('fr', `a=b; ${kept}; c=d`), false)).toBe(code);
    }
    expect(chosenLanguage(asking('fr', 'vigil-language=xx'), false)).toBe('fr');
    expect(chosenLanguage(asking('fr', 'other-vigil-language=zu'), false)).toBe('fr');
  });

  it('is the pseudo-language only where no real press can come from', () => {
    const kept = asking('fr', `vigil-language=${PSEUDO}`);
    expect(chosenLanguage(kept, true)).toBe(PSEUDO);
    expect(chosenLanguage(kept, false)).toBe('fr');
  });

  it('is always one of ours', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]*$/), fc.stringMatching(/^[ -~]*$/), (asked, cookie) => {
        expect(languageCodes).toContain(chosenLanguage(asking(asked.trim(), cookie.trim()), false));
      }),
    );
  });

  it('goes over a safe connection only, where there is one', () => {
    expect(languageCookie('zu', true)).toContain('; Secure');
    expect(languageCookie('zu', false)).not.toContain('Secure');
  });
});

describe('the way back from the switch', () => {
  const back = (referer: string | null, to = '/') => backToPage({ referer, to }, ['vigil.example']);

  it.each([
    ['https://vigil.example/panic?press=1', '/panic?press=1'],
    ['https://vigil.example/callouts/91#x', '/callouts/91'],
    ['https://evil.example/panic', '/'],
    ['https://vigil.example//evil.example', '/'],
    ['nonsense', '/'],
  ])('from %s leads to %s', (referer, path) => {
    expect(back(referer)).toBe(path);
  });

  it('is what the form says, where the page does not say where it was', () => {
    expect(back(null, '/follow/token')).toBe('/follow/token');
  });

  it('never leaves the site', () => {
    const hostile = fc.constantFrom(
      '/',
      '\\',
      '//',
      '/\\',
      'https:',
      'javascript:',
      '@',
      '\t',
      '.',
      '%2f',
      'evil.example',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.string()), { maxLength: 6 }), (parts) => {
        const path = back(null, parts.join(''));
        expect(new URL(path, 'https://vigil.example').origin).toBe('https://vigil.example');
      }),
      { numRuns: 2_000 },
    );
  });
});
