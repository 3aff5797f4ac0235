import { describe, expect, it } from 'vitest';
import { translateInto } from '#lib/languages/catalogue.ts';
import { type PushFacts, type PushState, pushStateOf, pushWords } from './push-state.ts';

const t = translateInto('en');
const CHROME = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36';
const ON: PushFacts = {
  ...{ hasPush: true, permission: 'granted', isSubscribed: true, isKept: true },
  ...{ device: 'android', isInstalled: false, userAgent: CHROME },
};

it.each<[PushState, Partial<PushFacts>]>([
  ['on', {}],
  ['off', { permission: 'default', isSubscribed: false }],
  // The browser forgot, our server forgot, or the permission was taken back.
  ['off', { isSubscribed: false }],
  ['off', { isKept: false }],
  ['off', { permission: 'default' }],
  ['denied', { permission: 'denied' }],
  ['install_first', { hasPush: false, device: 'ios' }],
  ['unsupported', { hasPush: false, device: 'ios', isInstalled: true }],
  ['unsupported', { hasPush: false, device: 'other' }],
  ['other_browser', { userAgent: `${CHROME} Instagram 300.0` }],
  ['other_browser', { userAgent: `${CHROME.replace('15)', '15; wv)')}`, hasPush: false }],
  [
    'other_browser',
    { userAgent: 'Mozilla/5.0 (iPhone) AppleWebKit [FBAN/FBIOS]', hasPush: false, device: 'ios' },
  ],
])('%s', (state, more) => {
  expect(pushStateOf({ ...ON, ...more })).toBe(state);
});

describe('what stands in the way', () => {
  it.each<PushState>(['denied', 'other_browser', 'install_first', 'unsupported'])(
    '%s: says what to do',
    (state) => {
      for (const device of ['ios', 'android', 'other'] as const) {
        expect(pushWords(state, device, t).todo).toMatch(/\.$/);
      }
    },
  );

  it('names the steps for this phone', () => {
    expect(pushWords('denied', 'ios', t).todo).toContain('Settings');
    expect(pushWords('denied', 'android', t).todo).toContain('web address');
  });
});
