import { describe, expect, it } from 'vitest';
import { translateInto } from '#lib/languages/catalogue.ts';
import { type ReadyFacts, type ReadyRow, readyLine, readyRows } from './ready-model.ts';
import { deviceOf } from './this-device.ts';

const EN = translateInto('en');

const AT = new Date('2026-11-30T12:00:00Z');
const fix = (accuracy: number | null) =>
  ({ latitude: -26.1, longitude: 28.05, accuracy, fixedAt: AT.toISOString(), source: 'live' }) as const;

const READY: ReadyFacts = {
  permission: 'granted',
  fix: fix(12),
  isLate: false,
  hasSavedAddress: false,
  answerMs: 240,
  isCovered: true,
  help: 'Medical response',
  subscription: { standing: 'active', validTo: '2027-11-30T12:00:00Z' },
  maskedMobile: '+27 82 ••• ••••',
  practisedAt: '2026-11-27T12:00:00Z',
  isInstalled: true,
  getsPushes: true,
  device: 'android',
  mayText: false,
  number: '112',
};

const rowOf = (key: ReadyRow['key'], more: Partial<ReadyFacts>) =>
  readyRows({ ...READY, ...more }, AT, EN).find((row) => row.key === key);
const lineOf = (more: Partial<ReadyFacts>) => readyLine(readyRows({ ...READY, ...more }, AT, EN), EN);

it('says ready, with the accuracy, when all is well', () => {
  expect(readyRows(READY, AT, EN).map(({ state }) => state)).toEqual(Array(8).fill('good'));
  expect(lineOf({})).toEqual({ state: 'good', words: 'Ready · location ±12 m' });
});

describe.each<[string, ReadyRow['key'], Partial<ReadyFacts>, RegExp]>([
  [
    'a subscription that has ended',
    'subscription',
    { subscription: { standing: 'lapsed', validTo: '2026-01-01T00:00:00Z' } },
    /call 112/,
  ],
  [
    'one that ended since the page was made',
    'subscription',
    { subscription: { standing: 'active', validTo: '2026-11-30T11:00:00Z' } },
    /renew/,
  ],
  [
    'none at all',
    'subscription',
    { subscription: { standing: 'none', validTo: '2026-01-01T00:00:00Z' } },
    /renew/,
  ],
  ['no answer', 'connection', { answerMs: null }, /Call 112/],
  [
    'no answer where a text message may press',
    'connection',
    { answerMs: null, mayText: true },
    /text message/,
  ],
  ['a denied position', 'position', { permission: 'denied', fix: undefined }, /Permissions/],
  [
    'a denied position on an iPhone',
    'position',
    { permission: 'denied', fix: undefined, device: 'ios' },
    /Settings/,
  ],
  [
    'a position that was never asked for',
    'position',
    { permission: 'prompt', fix: undefined },
    /Allow location/,
  ],
  ['a position of a whole area', 'position', { fix: fix(3_000) }, /precise/],
  ['a position that does not come', 'position', { fix: undefined, isLate: true }, /outside/],
  ['a place outside the coverage', 'coverage', { isCovered: false }, /Call 112/],
])('%s', (_what, key, more, todo) => {
  it('is bad, says what to do, and is what the line says', () => {
    expect(rowOf(key, more)).toMatchObject({ state: 'bad', todo: expect.stringMatching(todo) });
    expect(lineOf(more)).toEqual({ state: 'bad', words: rowOf(key, more)?.words() });
  });
});

it('says the worst first, and how many there are', () => {
  expect(lineOf({ answerMs: null, permission: 'denied', fix: undefined })).toEqual({
    state: 'bad',
    words: 'No internet (and 1 more)',
  });
});

it.each<[string, Partial<ReadyFacts>]>([
  ['the round trip', { answerMs: undefined }],
  ['the position', { fix: undefined }],
  ['the permission', { permission: 'unknown', fix: undefined }],
  ['the subscription', { subscription: null }],
])('does not say ready while %s is not known', (_what, more) => {
  expect(lineOf(more).state).toBe('unknown');
});

it('does not call what is only advice a reason not to be ready', () => {
  const more = {
    practisedAt: null,
    isInstalled: false,
    getsPushes: false,
    isCovered: null,
    subscription: { standing: 'active', validTo: '2026-12-02T12:00:00Z' },
  } as const;
  expect(lineOf(more).state).toBe('good');
  expect(rowOf('practice', more)).toMatchObject({ state: 'advice', link: { href: '/practice' } });
  expect(rowOf('practice', { practisedAt: '2026-01-01T00:00:00Z' })?.state).toBe('advice');
  expect(rowOf('installed', more)?.state).toBe('advice');
  expect(rowOf('messages', more)).toMatchObject({ state: 'advice', link: { href: '/profile#messages' } });
  expect(rowOf('messages', { getsPushes: undefined })).toBeUndefined();
  expect(rowOf('subscription', more)?.state).toBe('advice');
  expect(rowOf('subscription', more)?.words()).toBe('Subscription: 2 days left');
  expect(rowOf('coverage', more)?.state).toBe('unknown');
});

it.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 'ios'],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8)', 'android'],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'other'],
])('tells devices apart by %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
