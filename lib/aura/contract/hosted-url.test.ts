import { expect, test } from 'vitest';
import { allowOnly } from './hosted-url.ts';

const rule = allowOnly(['*.aura.services', 'maps.example', '127.0.0.1:4010', 'localhost:4010']);

test.each([
  'https://dispatch.aura.services/?sessionToken=x',
  'https://a.b.aura.services/',
  'https://maps.example/',
  'http://127.0.0.1:4010/track',
  'http://localhost:4010/track',
])('lets a person go to %s', (url) => {
  expect(rule(url)).toBeNull();
});

test.each([
  ['http://dispatch.aura.services/', 'not_https'],
  ['ftp://dispatch.aura.services/', 'not_https'],
  ['not a url', 'not_https'],
  ['https://aura.services/', 'host_not_allowed'],
  ['https://evilaura.services/', 'host_not_allowed'],
  ['https://dispatch.aura.services.evil.test/', 'host_not_allowed'],
  ['https://dispatch.aura.services:8443/', 'host_not_allowed'],
  ['https://dispatch.aura.services@evil.test/', 'host_not_allowed'],
  ['https://user:pass@maps.example/', 'host_not_allowed'],
  ['http://127.0.0.1:4011/', 'host_not_allowed'],
])('keeps a person from %s', (url, problem) => {
  expect(rule(url)).toBe(problem);
});
