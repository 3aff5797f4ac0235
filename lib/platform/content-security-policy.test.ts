import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, permissionsPolicy } from '#lib/platform/content-security-policy.ts';

const INPUTS = { nonce: 'bm9uY2U=', trackingHosts: ['*.aura.services'], isDevelopment: false };

function directives(inputs: Parameters<typeof contentSecurityPolicy>[0]): Map<string, string[]> {
  return new Map(
    contentSecurityPolicy(inputs)
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

test('scripts run only with this answer’s nonce: nothing inline, nothing evaluated', () => {
  const scripts = directives(INPUTS).get('script-src');
  expect(scripts).toContain("'nonce-bm9uY2U='");
  expect(scripts).not.toContain("'unsafe-inline'");
  expect(scripts).not.toContain("'unsafe-eval'");
});

test('style elements need this answer’s nonce or a known text, and no element has a style attribute', () => {
  const policy = directives({ ...INPUTS, styles: ['a { color: red }'] });
  const hash = `'sha256-${createHash('sha256').update('a { color: red }').digest('base64')}'`;
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-bm9uY2U='", hash]);
  expect(policy.get('style-src-attr')).toEqual(["'none'"]);
  // The development server writes styles into the page.
  expect(directives({ ...INPUTS, isDevelopment: true }).get('style-src')).toContain("'unsafe-inline'");
});

test('only the tracking hosts may be framed: https, and http on this machine', () => {
  const trackingHosts = ['*.aura.services', 'track.example:8443', '127.0.0.1:4010', 'localhost'];
  expect(directives({ ...INPUTS, trackingHosts }).get('frame-src')).toEqual([
    'https://*.aura.services',
    'https://track.example:8443',
    'http://127.0.0.1:4010',
    'http://localhost',
  ]);
});

test('a host that only begins like this machine is framed over https', () => {
  const trackingHosts = ['localhost.example.org', '127.0.0.1.example.org'];
  expect(directives({ ...INPUTS, trackingHosts }).get('frame-src')).toEqual([
    'https://localhost.example.org',
    'https://127.0.0.1.example.org',
  ]);
});

test('nobody frames us, and what is not named comes from us alone', () => {
  const policy = directives(INPUTS);
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy.get('object-src')).toEqual(["'none'"]);
  expect(policy.get('base-uri')).toEqual(["'none'"]);
  for (const name of ['default-src', 'connect-src', 'worker-src', 'font-src']) {
    expect(policy.get(name), name).toEqual(["'self'"]);
  }
});

test('a posted form leads to us, and from there to the tracking hosts alone', () => {
  expect(directives(INPUTS).get('form-action')).toEqual(["'self'", 'https://*.aura.services']);
});

test('reloading code in development loosens only what it needs', () => {
  const production = directives(INPUTS);
  const development = directives({ ...INPUTS, isDevelopment: true });
  const loosened = [...development].filter(([name, sources]) => `${production.get(name)}` !== `${sources}`);
  expect(loosened.map(([name]) => name)).toEqual(['script-src', 'style-src', 'connect-src']);
});

test('where it is configured, the pages that may be framed may ask for the position, and no others', () => {
  expect(permissionsPolicy(['*.aura.services', '127.0.0.1:4010'])).toContain(
    'geolocation=(self "https://*.aura.services" "http://127.0.0.1:4010"),',
  );
});

test('maps may come from the origin of their style, and only when there is one', () => {
  const without = directives(INPUTS);
  const withMap = directives({ ...INPUTS, mapOrigin: 'https://tiles.example' });
  const loosened = [...withMap].filter(([name, sources]) => `${without.get(name)}` !== `${sources}`);
  expect(loosened).toEqual([
    ['img-src', ["'self'", 'data:', 'https://tiles.example']],
    ['connect-src', ["'self'", 'https://tiles.example']],
  ]);
});
