import { afterEach, expect, test, vi } from 'vitest';
import { openAudio, playTones } from './tones.ts';

afterEach(() => void vi.unstubAllGlobals());

// Safe: nothing of it is used before the first node is made.
const context = { currentTime: 0 } as AudioContext;
const refusing = class {
  constructor() {
    throw new DOMException('no', 'NotSupportedError');
  }
};

test.each([
  ['has none', undefined],
  ['refuses', refusing],
])('a browser that %s opens and plays no sound, and nothing is thrown', (_what, missing) => {
  for (const name of ['AudioContext', 'OscillatorNode', 'GainNode']) vi.stubGlobal(name, missing);
  expect(openAudio()).toBeUndefined();
  expect(playTones(context)).toBe(false);
});
