import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quietIn } from '#lib/push/model.ts';
import { inlineScript } from '../../scripts/inline-script.mjs';
import { endQuiet, isQuiet, onQuietChange, startQuiet } from './quiet.ts';

const { text } = await inlineScript('components/quiet/early-quiet.ts');

class FakeElement {
  hidden = true;
  readonly isSilent: boolean;
  constructor(isSilent = false) {
    this.isSilent = isSilent;
  }
  closest(selector: string): this | null {
    return selector === '[data-press="silent"]' && this.isSilent ? this : null;
  }
}

const observed: (() => void)[] = [];
let cookies: string[];
let grace: FakeElement;

/** A page of Vigil, by https. `mode`: what the person set. */
function openPage(mode = 'usual'): EventTarget {
  const attributes = new Set<string>();
  const window = Object.assign(new EventTarget(), { location: { protocol: 'https:' } });
  grace = new FakeElement();
  observed.length = 0;
  cookies = [];
  vi.stubGlobal('window', window);
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(changed: () => void) {
        observed.push(changed);
      }
      observe = () => undefined;
    },
  );
  vi.stubGlobal('document', {
    currentScript: { dataset: { mode } },
    querySelector: () => grace,
    documentElement: {
      hasAttribute: (name: string) => attributes.has(name),
      toggleAttribute: (name: string, isOn: boolean) =>
        isOn ? attributes.add(name) : attributes.delete(name),
    },
    set cookie(set: string) {
      cookies.push(set);
    },
  });
  return window;
}

const sent = (cookie: string) => quietIn(new Headers({ cookie }));

beforeEach(() => void openPage());
afterEach(() => void vi.unstubAllGlobals());

describe('silent mode', () => {
  it('is on at once, for the server too, until it is turned off', () => {
    const heard = vi.fn();
    const stop = onQuietChange(heard);
    startQuiet();
    expect([isQuiet(), heard.mock.calls.length]).toEqual([true, 1]);
    expect(cookies.at(-1)).toMatch(/Max-Age=7200; SameSite=Lax; Secure$/);
    expect(sent(`a=b; ${cookies.at(-1)?.split(';')[0]}; c=d`)).toBe(true);
    endQuiet();
    expect([isQuiet(), heard.mock.calls.length]).toEqual([false, 2]);
    expect(cookies.at(-1)).toContain('Max-Age=0');
    stop();
    startQuiet();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it.each(['', 'vigil-quiet=0', 'not-vigil-quiet=1', 'vigil-quiet=10'])(
    'is off by the cookies %j',
    (cookie) => {
      expect(sent(cookie)).toBe(false);
    },
  );
});

describe('before React is there', () => {
  const run = () => new Function(text)();
  const click = (window: EventTarget, target: FakeElement) => {
    const event = new Event('click');
    Object.defineProperty(event, 'target', { value: target });
    window.dispatchEvent(event);
  };

  it('the silent button begins it, and no other does', () => {
    const window = openPage();
    run();
    click(window, new FakeElement());
    expect(isQuiet()).toBe(false);
    click(window, new FakeElement(true));
    expect(isQuiet()).toBe(true);
  });

  it('a person’s setting begins it with the grace', () => {
    openPage('silent');
    run();
    observed.forEach((changed) => void changed());
    expect(isQuiet()).toBe(false);
    grace.hidden = false;
    observed.forEach((changed) => void changed());
    expect(isQuiet()).toBe(true);
  });

  it('without that setting the grace changes nothing', () => {
    run();
    expect(observed).toEqual([]);
  });
});
