import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inlineScript } from '../../scripts/inline-script.mjs';
import { handOn, inlineRig } from '../../scripts/testing/press-rig.ts';

const { text } = await inlineScript('components/panic/early-press.ts');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('before React, the notice about the position', () => {
  const watchPosition = vi.fn(() => 1);
  const rigOf = (state?: PermissionState) => {
    const query = async () => (state ? { state } : Promise.reject(new Error('no such query')));
    const geolocation = { watchPosition, clearWatch: vi.fn() };
    return inlineRig(text, { permissions: { query }, geolocation });
  };
  beforeEach(() => void watchPosition.mockClear());

  it.each([
    ['prompt', false],
    [undefined, false],
    ['granted', true],
    ['denied', true],
  ] as const)('where the permission is %s, is hidden: %s', async (state, isHidden) => {
    const { page } = rigOf(state);
    await vi.advanceTimersByTimeAsync(0);
    expect(page.notice.hidden).toBe(isHidden);
  });

  it('asks the browser at a tap, which is none on the button', () => {
    const rig = rigOf('prompt');
    const { defaultPrevented } = handOn(rig.page).click('allow');
    expect([watchPosition.mock.calls.length, defaultPrevented, rig.isWaiting()]).toEqual([1, false, false]);
  });

  it('is left to React once it is there', () => {
    const rig = rigOf('prompt');
    rig.stop();
    handOn(rig.page).click('allow');
    expect(watchPosition).not.toHaveBeenCalled();
  });
});
