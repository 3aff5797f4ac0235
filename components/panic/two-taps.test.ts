import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inlineScript } from '../../scripts/inline-script.mjs';
import { handOn, inlineRig, type Rig, sourceRig } from '../../scripts/testing/press-rig.ts';
import type { Timing } from './hold-machine.ts';

const { text } = await inlineScript('components/panic/early-press.ts');
const TWO_TAPS: Timing = { holdMs: 1_500, graceMs: 5_000, isTwoTaps: true };
const SHORT: Timing = { holdMs: 500, graceMs: 0, isTwoTaps: false };

const BUILDS: [string, (timing: Timing) => Rig][] = [
  ['the modules of React', (timing) => sourceRig(undefined, timing)],
  ['the inline script', (timing) => inlineRig(text, undefined, timing)],
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

it.each(BUILDS)('%s take two taps where the person chose that, and one tap for none', (_build, make) => {
  const rig = make(TWO_TAPS);
  const hand = handOn(rig.page);
  const tap = () => {
    hand.down();
    pass(100);
    hand.up();
    hand.move(1, null);
  };
  tap();
  pass(60_000);
  expect([rig.isWaiting(), rig.isSent()]).toEqual([false, false]);
  tap();
  pass(2_000);
  expect(rig.isWaiting()).toBe(false);
  tap();
  expect([rig.isWaiting(), rig.isSent()]).toEqual([true, false]);
  pass(4_800);
  expect(rig.isSent()).toBe(false);
  pass(300);
  expect(rig.isSent()).toBe(true);
});

it.each(BUILDS)(
  '%s take the shortest hold, and send at once where no time to cancel is set',
  (_build, make) => {
    const rig = make(SHORT);
    const hand = handOn(rig.page);
    hand.down();
    pass(400);
    expect([rig.isWaiting(), rig.isSent()]).toEqual([false, false]);
    pass(300);
    expect(rig.isSent()).toBe(true);
  },
);
