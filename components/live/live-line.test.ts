import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type LineNews,
  type LiveLine,
  openLiveLine,
  REOPEN_MS,
  SILENT_MS,
  type Source,
} from '#components/live/live-line.ts';

class FakeSource implements Source {
  readonly events = new EventTarget();
  isClosed = false;
  addEventListener: Source['addEventListener'] = (type, hear) => this.events.addEventListener(type, hear);
  close() {
    this.isClosed = true;
  }
  say(event: string, data = '') {
    this.events.dispatchEvent(Object.assign(new Event(event), { data }));
  }
}

let heard: LineNews[];
let sources: FakeSource[];
let line: LiveLine;

beforeEach(async () => {
  vi.useFakeTimers();
  heard = [];
  sources = [];
  line = openLiveLine({
    hear: (news) => heard.push(news),
    open: async () => {
      const source = new FakeSource();
      sources.push(source);
      return source;
    },
  });
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  line.close();
  vi.useRealTimers();
});

const newest = () => sources.at(-1) as FakeSource; // there is one from the start

describe('a line', () => {
  test('is live from the word of the server on, and tells what changed', () => {
    expect(heard).toEqual([]);
    newest().say('live');
    newest().say('change', 'callout:42');
    expect(heard).toEqual([{ kind: 'live' }, { kind: 'change', topic: 'callout:42' }]);
  });

  test('stands as long as it beats, and is lost when it falls silent', async () => {
    newest().say('live');
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(2_000);
      newest().say('beat');
    }
    expect(heard).toEqual([{ kind: 'live' }]);
    await vi.advanceTimersByTimeAsync(SILENT_MS);
    expect(heard.at(-1)).toEqual({ kind: 'lost' });
    expect(newest().isClosed).toBe(true);
  });

  test('is open again within five seconds of a break, and says that something may have been missed', async () => {
    newest().say('live');
    newest().say('error');
    expect(heard.at(-1)).toEqual({ kind: 'lost' });
    await vi.advanceTimersByTimeAsync(REOPEN_MS);
    expect(REOPEN_MS).toBeLessThanOrEqual(5_000);
    expect(sources).toHaveLength(2);
    newest().say('live');
    expect(heard.at(-1)).toEqual({ kind: 'live' });
  });

  test('is open again within five seconds of the last that was heard, when nobody says that it broke', async () => {
    newest().say('live');
    await vi.advanceTimersByTimeAsync(4_900);
    expect(sources).toHaveLength(2);
  });

  test('is opened again at once when there is a sign that the connection is back', async () => {
    newest().say('error');
    line.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(2);
  });

  test('that stands is left alone by such a sign; one that slept is not', async () => {
    newest().say('live');
    line.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(1);
    vi.setSystemTime(Date.now() + 3_600_000);
    line.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(2);
    expect(heard).toEqual([{ kind: 'live' }, { kind: 'lost' }]);
  });

  test('says so when the server itself hears nothing, and when it hears again', () => {
    newest().say('live');
    newest().say('lost');
    newest().say('live');
    expect(heard.map(({ kind }) => kind)).toEqual(['live', 'lost', 'live']);
    expect(sources).toHaveLength(1);
  });

  test('that was closed stays closed, whatever still arrives', async () => {
    const source = newest();
    line.close();
    source.say('live');
    source.say('error');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([heard, sources.length, source.isClosed]).toEqual([[], 1, true]);
  });

  test('opens one at a time, and what an old one still says is not heard', async () => {
    const old = newest();
    old.say('live');
    old.say('error');
    line.checkNow();
    line.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(2);
    old.say('change', 'callout:1');
    expect(heard).not.toContainEqual({ kind: 'change', topic: 'callout:1' });
  });
});

test('without a place for a stream the line tries again later, and is not live', async () => {
  let places = 0;
  const open = vi.fn(async () => (places > 0 ? new FakeSource() : undefined));
  const waiting = openLiveLine({ hear: (news) => heard.push(news), open });
  await vi.advanceTimersByTimeAsync(REOPEN_MS);
  expect(open).toHaveBeenCalledTimes(2);
  places = 1;
  await vi.advanceTimersByTimeAsync(REOPEN_MS);
  await vi.advanceTimersByTimeAsync(REOPEN_MS);
  expect(open).toHaveBeenCalledTimes(3);
  expect(heard).toEqual([]);
  waiting.close();
});
