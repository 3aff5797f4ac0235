import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HELP_KEY, PRESS_KEY } from '#components/panic/device-store.ts';
import {
  CLICK_GRACE_MS,
  GRACE_MS,
  HOLD_MS,
  OVERSLEPT_MS,
  type Timing,
} from '#components/panic/hold-machine.ts';

import { inlineScript } from '../../scripts/inline-script.mjs';
import { handOn, inlineRig, type Rig, sourceRig } from '../../scripts/testing/press-rig.ts';

const { text, inputs } = await inlineScript('components/panic/early-press.ts');
const TEXT_AT_MOST = 14_100;

const BUILDS: [string, (navigator?: object, timing?: Timing) => Rig][] = [
  ['the modules of React', sourceRig],
  ['the inline script', (navigator, timing) => inlineRig(text, navigator, timing)],
];

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    }),
);
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTime(ms);
/** The device sleeps: its clock goes on, no timer runs. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe.each(BUILDS)('%s', (_build, make) => {
  const press = () => {
    const rig = make();
    return { rig, hand: handOn(rig.page) };
  };

  it('sends after the hold and the grace, and not before', () => {
    const { rig, hand } = press();
    hand.down();
    pass(HOLD_MS + 100);
    expect(rig.isWaiting()).toBe(true);
    hand.up();
    pass(GRACE_MS - 200);
    expect(rig.isSent()).toBe(false);
    pass(300);
    expect(rig.isSent()).toBe(true);
  });

  it.each([
    ['a palm that lies on the glass', (hand: Hand) => hand.down(1, null)],
    ['another finger that lies elsewhere', (hand: Hand) => hand.down(7, null)],
    ['a mouse that is down elsewhere', (hand: Hand) => hand.down(1, null, { pointerType: 'mouse' })],
  ])('is held beside %s', (_what, before) => {
    const { rig, hand } = press();
    before(hand);
    hand.down(2);
    pass(HOLD_MS + GRACE_MS + 200);
    expect(rig.isSent()).toBe(true);
  });

  it.each([
    ['a second finger on the button lifts', (hand: Hand) => [hand.down(3), hand.up(3)]],
    ['a second finger lifts elsewhere', (hand: Hand) => [hand.down(3, null), hand.up(3, null)]],
    ['a second finger slides away', (hand: Hand) => [hand.down(3), hand.move(3, null)]],
    ['the browser cancels the other pointer', (hand: Hand) => [hand.down(3, null), hand.cancelled(3)]],
    ['a pen touches and lifts', (hand: Hand) => [hand.down(4, 'panic', { pointerType: 'pen' }), hand.up(4)]],
    ['a mouse clicks', (hand: Hand) => [hand.down(9, 'panic', { pointerType: 'mouse' }), hand.up(9)]],
    ['a key is hit', (hand: Hand) => [hand.key('keydown', 'Enter'), hand.key('keyup', 'Enter')]],
    ['the palm that came first lifts', (hand: Hand) => [hand.up(1, null)]],
    ['a right button is pressed', (hand: Hand) => [hand.down(9, 'panic', { button: 2 }), hand.up(9)]],
  ])('goes on when %s', (_what, meanwhile) => {
    const { rig, hand } = press();
    hand.down(1, null);
    hand.down(2);
    pass(HOLD_MS / 2);
    meanwhile(hand);
    pass(HOLD_MS / 2 + GRACE_MS + 200);
    expect(rig.isSent()).toBe(true);
  });

  it.each([
    ['the finger that holds lifts', (hand: Hand) => hand.up(2)],
    ['it slides off', (hand: Hand) => hand.move(2, null)],
    ['the browser cancels it', (hand: Hand) => hand.cancelled(2)],
    ['Escape is pressed', (hand: Hand) => hand.key('keydown', 'Escape')],
    ['the window loses the focus', (hand: Hand) => hand.blur()],
    ['the page goes out of sight', (hand: Hand) => hand.hide()],
  ])('sends nothing when %s before the hold is over, whatever else touches', (_what, end) => {
    const { rig, hand } = press();
    hand.down(2);
    hand.down(3);
    pass(HOLD_MS - 100);
    end(hand);
    pass(60_000);
    expect([rig.isSent(), rig.isWaiting()]).toEqual([false, false]);
  });

  it('is held by a key, and let go by that key alone', () => {
    const { rig, hand } = press();
    expect(hand.key('keydown', ' ').defaultPrevented).toBe(true);
    hand.key('keydown', ' ', { repeat: true });
    pass(HOLD_MS / 2);
    hand.key('keyup', 'Enter');
    hand.up(5);
    pass(HOLD_MS / 2 + 100);
    expect(rig.isWaiting()).toBe(true);
  });

  it('asks after a long sleep in the grace, and sends only on the person’s word', () => {
    const { rig, hand } = press();
    hand.down();
    pass(HOLD_MS + 100);
    sleep(OVERSLEPT_MS + 1_000);
    pass(60_000);
    expect([rig.isSent(), rig.isWaiting()]).toEqual([false, true]);
    hand.click('send');
    expect(rig.isSent()).toBe(true);
  });

  it('sends on waking from a short sleep in the grace', () => {
    const { rig, hand } = press();
    hand.down();
    pass(HOLD_MS + 100);
    sleep(OVERSLEPT_MS / 2);
    pass(GRACE_MS + 100);
    expect(rig.isSent()).toBe(true);
  });

  it('is cancelled in the grace by the button and by Escape', () => {
    for (const cancel of [
      (hand: Hand) => hand.click('cancel'),
      (hand: Hand) => hand.key('keydown', 'Escape'),
    ]) {
      const { rig, hand } = press();
      hand.down();
      pass(HOLD_MS + 500);
      cancel(hand);
      pass(60_000);
      expect([rig.isSent(), rig.isWaiting()]).toEqual([false, false]);
      rig.stop();
    }
  });

  it('starts a longer grace by a click that no hand made, and by none that a hand made', () => {
    const { rig, hand } = press();
    hand.down();
    hand.up();
    hand.click('panic');
    expect(rig.isWaiting()).toBe(false);
    hand.click('panic', { detail: 0 });
    pass(CLICK_GRACE_MS - 200);
    expect([rig.isSent(), rig.isWaiting()]).toEqual([false, true]);
    pass(300);
    expect(rig.isSent()).toBe(true);
  });

  it.each([
    ['has nothing', {}],
    [
      'throws at each question',
      {
        get permissions() {
          throw new Error('no');
        },
        get geolocation() {
          throw new Error('no');
        },
      },
    ],
    [
      'throws when it is asked',
      {
        permissions: {
          query: () => {
            throw new TypeError('no');
          },
        },
        geolocation: {
          watchPosition: () => {
            throw new Error('no');
          },
          clearWatch: () => undefined,
        },
      },
    ],
    ['rejects', { permissions: { query: () => Promise.reject(new Error('no')) } }],
    ['answers with nothing', { permissions: { query: () => undefined }, geolocation: null }],
  ])('works in a browser that %s', (_what, navigator) => {
    const rig = make(navigator);
    handOn(rig.page).down();
    pass(HOLD_MS + GRACE_MS + 200);
    expect(rig.isSent()).toBe(true);
  });
});

type Hand = ReturnType<typeof handOn>;
type Deed = { name: string; run: (hand: Hand) => void };

const pointer = fc.integer({ min: 1, max: 3 });
const place = fc.constantFrom('panic', null);
const key = fc.constantFrom(' ', 'Enter', 'Escape');
const anyAct: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(50, 300, 1_000, 1_600, 3_100)
      .map((ms) => ({ name: `pass ${ms}`, run: () => void pass(ms) })),
  },
  fc.constantFrom(30_000, 200_000).map((ms) => ({ name: `sleep ${ms}`, run: () => void sleep(ms) })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(pointer, place)
      .map(([id, on]) => ({ name: `down ${id} ${on}`, run: (hand: Hand) => void hand.down(id, on) })),
  },
  fc
    .tuple(pointer, place)
    .map(([id, on]) => ({ name: `up ${id} ${on}`, run: (hand: Hand) => void hand.up(id, on) })),
  fc
    .tuple(pointer, place)
    .map(([id, on]) => ({ name: `move ${id} ${on}`, run: (hand: Hand) => void hand.move(id, on) })),
  pointer.map((id) => ({ name: `cancel ${id}`, run: (hand: Hand) => void hand.cancelled(id) })),
  key.map((each) => ({ name: `keydown ${each}`, run: (hand: Hand) => void hand.key('keydown', each) })),
  key.map((each) => ({ name: `keyup ${each}`, run: (hand: Hand) => void hand.key('keyup', each) })),
  fc
    .constantFrom('panic', 'click', 'send', 'cancel')
    .map((on) => ({ name: `click ${on}`, run: (hand: Hand) => void hand.click(on, { detail: 0 }) })),
  fc
    .constantFrom('blur', 'hide')
    .map((what) => ({ name: what, run: (hand: Hand) => void (what === 'blur' ? hand.blur() : hand.hide()) })),
);

const anyTiming: fc.Arbitrary<Timing | undefined> = fc.option(
  fc.record({
    holdMs: fc.integer({ min: 500, max: 5_000 }),
    graceMs: fc.integer({ min: 0, max: 30 }).map((seconds) => seconds * 1_000),
    isTwoTaps: fc.boolean(),
  }),
  { nil: undefined },
);

it('does the same in both builds, whatever hands, keys and clocks do', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 25 }), anyTiming, (acts, timing) => {
      const seen = BUILDS.map(([, make]) => {
        vi.setSystemTime(0);
        const rig = make(undefined, timing);
        const hand = handOn(rig.page);
        const course = acts.map(({ name, run }) => {
          run(hand);
          return `${name}: sent ${rig.isSent()}, waiting ${rig.isWaiting()}`;
        });
        rig.stop();
        return course;
      });
      expect(seen[1]).toEqual(seen[0]);
    }),
    { numRuns: 300 },
  );
});

it.each(['before the press', 'within its grace'])(
  'a kind of help that is chosen %s, before React is there, goes with it',
  (when) => {
    const rig = inlineRig(text);
    const choice = Object.assign(rig.page.form.parts.help ?? {}, { name: 'responseTypeId', value: '2' });
    const choose = () => void rig.page.fire(rig.page.window, 'change', 'help', { target: choice });
    if (when === 'before the press') choose();
    handOn(rig.page).down();
    pass(HOLD_MS + 100);
    if (when !== 'before the press') choose();
    pass(GRACE_MS);
    expect(rig.isSent()).toBe(true);
    const [kept, help] = [PRESS_KEY, HELP_KEY].map((key) => JSON.parse(rig.page.stored.get(key) ?? 'null'));
    expect([kept.responseTypeId, help]).toEqual([2, 2]);
  },
);

it('is small, and stands on nothing but itself', () => {
  expect(text.length).toBeLessThan(TEXT_AT_MOST);
  expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
});
