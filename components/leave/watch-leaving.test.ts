import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inlineScript } from '../../scripts/inline-script.mjs';
import { SHIFT_PAUSE_MS } from './shift-model.ts';
import { watchLeaving } from './watch-leaving.ts';

const TO = 'https://weather.example/today';
const WORDS = ['stays', 'two more', 'one more'];

class FakeLink {
  readonly dataset = { leave: TO };
  closest(selector: string): this | null {
    return selector === 'a[data-leave]' ? this : null;
  }
}

let kept: Map<string, string>;

/** A page of ours in the tab whose memory is `kept`. */
function openPage({ by = 'navigate', hasLink = true, sessionStorage = storage() } = {}) {
  const link = new FakeLink();
  const words = { dataset: { leaveWords: WORDS.join('\n') }, textContent: '' };
  const found: Record<string, object> = { 'a[data-leave]': link, '[data-leave-words]': words };
  const replace = vi.fn<(to: string) => void>();
  const window = Object.assign(new EventTarget(), { location: { replace } });
  const style = { display: '' };
  const documentElement = { style };
  vi.stubGlobal('window', window);
  vi.stubGlobal('Element', FakeLink);
  vi.stubGlobal('sessionStorage', sessionStorage);
  vi.stubGlobal('document', {
    title: 'Vigil',
    documentElement,
    querySelector: (selector: string) => (hasLink ? (found[selector] ?? null) : null),
  });
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([Object.assign(entry(), { type: by })]);
  watchLeaving();
  const dispatch = (type: string, facts: object) => {
    const event = Object.assign(new Event(type, { cancelable: true }), facts);
    Object.defineProperty(event, 'target', { value: link });
    window.dispatchEvent(event);
    return event;
  };
  const tap = (key: string) => {
    dispatch('keydown', { key });
    dispatch('keyup', { key });
  };
  return { dispatch, tap, words, isBlank: () => style.display === 'none', went: () => replace.mock.calls };
}

const entry = (): PerformanceEntry => ({
  ...{ name: '', entryType: 'navigation', startTime: 0, duration: 0 },
  toJSON: () => ({}),
});
const storage = () => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('leaving', () => {
  it('blanks at once, and goes in the place of this page', () => {
    const page = openPage();
    const click = page.dispatch('click', {});
    expect(click.defaultPrevented).toBe(true);
    expect([page.isBlank(), page.went()]).toEqual([true, [[TO]]]);
    expect(document.title).toBe('weather.example');
  });

  it('shows nothing of the pages behind it on Back, loaded anew or kept by the browser', () => {
    openPage().dispatch('click', {});
    const anew = openPage({ by: 'back_forward' });
    expect([anew.isBlank(), anew.went()]).toEqual([true, [[TO]]]);

    kept.clear();
    const kin = openPage();
    storage().setItem('vigil-left', TO);
    kin.dispatch('pageshow', { persisted: false });
    expect(kin.isBlank()).toBe(false);
    kin.dispatch('pageshow', { persisted: true });
    expect([kin.isBlank(), kin.went()]).toEqual([true, [[TO]]]);
  });

  it('opened again on purpose, Vigil is there, and Back works again', () => {
    openPage().dispatch('click', {});
    const again = openPage();
    expect(again.isBlank()).toBe(false);
    expect(openPage({ by: 'back_forward' }).isBlank()).toBe(false);
  });

  it('leaves in a browser that keeps nothing', () => {
    const none = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const page = openPage({ sessionStorage: { getItem: none, setItem: none, removeItem: none } });
    page.dispatch('click', {});
    expect([page.isBlank(), page.went()]).toEqual([true, [[TO]]]);
  });
});

describe('Shift', () => {
  it('leaves at the third, and says before how often it still takes', () => {
    const page = openPage();
    page.tap('Shift');
    expect(page.words.textContent).toBe('two more');
    page.tap('Shift');
    expect([page.words.textContent, page.went()]).toEqual(['one more', []]);
    page.tap('Shift');
    expect([page.isBlank(), page.went()]).toEqual([true, [[TO]]]);
  });

  it('says that the page stays after a pause, and after another key', () => {
    const page = openPage();
    page.tap('Shift');
    page.tap('Shift');
    vi.advanceTimersByTime(SHIFT_PAUSE_MS);
    expect(page.words.textContent).toBe('stays');
    page.tap('Shift');
    page.tap('x');
    expect(page.words.textContent).toBe('stays');
    page.tap('Shift');
    expect([page.words.textContent, page.went()]).toEqual(['two more', []]);
  });

  it('does nothing on a page that cannot be left', () => {
    const page = openPage({ hasLink: false });
    for (let times = 0; times < 4; times += 1) page.tap('Shift');
    expect(page.isBlank()).toBe(false);
  });
});

it('is short, as it stands in every page', async () => {
  const { text } = await inlineScript('components/leave/early-leave.ts');
  expect(text.length).toBeLessThan(1_800);
});
