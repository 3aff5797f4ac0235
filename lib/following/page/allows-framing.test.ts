import { describe, expect, test } from 'vitest';
import { allowsFraming, trackingPresentation } from './framing-model.ts';

const APP = 'https://panic.example.org';
const PAGE = 'https://track.aura.services/callout';

type Case = [what: string, headers: Record<string, string>];
const csp = (policy: string) => ({ 'content-security-policy': policy });

function isFramed(headers: Record<string, string>, page = PAGE, app = APP): boolean {
  return allowsFraming(new Headers(headers), page, app);
}

describe('a page may be framed when it says', () => {
  test.each<Case>([
    ['nothing at all', {}],
    ['nothing of frames', csp("default-src 'none'; script-src 'self'")],
    ['anybody', csp('frame-ancestors *')],
    ['our scheme', csp('frame-ancestors https:')],
    ['our host', csp('frame-ancestors panic.example.org')],
    ['our origin', csp('frame-ancestors https://panic.example.org')],
    ['our origin with the default port written out', csp('frame-ancestors https://panic.example.org:443')],
    ['our host with any port', csp('frame-ancestors panic.example.org:*')],
    ['our domain', csp('frame-ancestors *.example.org')],
    ['us among others', csp("frame-ancestors 'self' https://other.example panic.example.org")],
    ['us in capitals', csp('Frame-Ancestors HTTPS://PANIC.Example.org')],
    ['us in both of two policies', csp('frame-ancestors https:, frame-ancestors *.example.org')],
    [
      'us in its policy, whatever X-Frame-Options says',
      { ...csp('frame-ancestors *'), 'x-frame-options': 'DENY' },
    ],
    ['us in the first of two directives of one policy', csp("frame-ancestors *; frame-ancestors 'none'")],
    ['an X-Frame-Options that no browser knows', { 'x-frame-options': 'ALLOWALL' }],
    [
      'the obsolete ALLOW-FROM, which no browser heeds',
      { 'x-frame-options': 'ALLOW-FROM https://other.example' },
    ],
  ])('%s', (_what, headers) => {
    expect(isFramed(headers)).toBe(true);
  });
});

describe('a page may not be framed when it says', () => {
  test.each<Case>([
    ['nobody', csp("frame-ancestors 'none'")],
    ['no source at all', csp('frame-ancestors')],
    ['itself', csp("frame-ancestors 'self'")],
    ['another scheme', csp('frame-ancestors wss:')],
    ['another host', csp('frame-ancestors other.example.org')],
    ['a host that only ends like ours', csp('frame-ancestors c.example.org')],
    ['a wildcard that does not cover the name itself', csp('frame-ancestors *.panic.example.org')],
    ['another domain', csp('frame-ancestors *.example.com')],
    ['another port', csp('frame-ancestors https://panic.example.org:8443')],
    ['nobody in the second of two policies', csp("frame-ancestors *, frame-ancestors 'none'")],
    ['a source that cannot be read', csp('frame-ancestors https://[')],
    ['DENY', { 'x-frame-options': 'DENY' }],
    ['deny, in small letters and blanks', { 'x-frame-options': ' deny ' }],
    ['SAMEORIGIN', { 'x-frame-options': 'SAMEORIGIN' }],
    ['SAMEORIGIN twice, as two servers on the way may', { 'x-frame-options': 'SAMEORIGIN, SAMEORIGIN' }],
    ['DENY in one of two headers', { 'x-frame-options': 'ALLOWALL, DENY' }],
    [
      'DENY beside a policy that is silent on frames',
      { ...csp("default-src 'self'"), 'x-frame-options': 'DENY' },
    ],
  ])('%s', (_what, headers) => {
    expect(isFramed(headers)).toBe(false);
  });
});

test.each([
  ['SAMEORIGIN', { 'x-frame-options': 'SAMEORIGIN' }],
  ["'self'", csp("frame-ancestors 'self'")],
])('%s means us when the page is ours', (_what, headers) => {
  expect(isFramed(headers, `${APP}/page`)).toBe(true);
});

describe('while the app runs on a port of this machine', () => {
  const LOCAL = 'http://localhost:3000';

  test.each([
    ['http://localhost:3000', true],
    ['localhost:3000', true],
    ['localhost:*', true],
    ['http:', true],
    ['localhost', false],
    ['http://localhost:4010', false],
  ])('frame-ancestors %s: %s', (source, expected) => {
    expect(isFramed(csp(`frame-ancestors ${source}`), 'http://127.0.0.1:4010/track', LOCAL)).toBe(expected);
  });

  test('an http source also stands for https, as browsers upgrade it', () => {
    expect(isFramed(csp('frame-ancestors http://panic.example.org'))).toBe(true);
    expect(
      isFramed(csp('frame-ancestors https://localhost:3000'), 'http://127.0.0.1:4010/track', LOCAL),
    ).toBe(false);
  });
});

test.each([
  ['auto', true, 'frame'],
  ['auto', false, 'link'],
  ['embed', true, 'frame'],
  ['embed', false, 'frame'],
  ['redirect', true, 'redirect'],
  ['redirect', false, 'redirect'],
] as const)('in mode %s, framing %s, tracking is shown as a %s', (mode, mayFrame, presentation) => {
  expect(trackingPresentation(mode, mayFrame)).toBe(presentation);
});
