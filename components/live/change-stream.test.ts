import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type ChangeStream,
  openChangeStream,
  REOPEN_MS,
  SILENT_MS,
  type Source,
  type StreamEvent,
} from '#components/live/change-stream.ts';

class FakeSource implements Source {
  readonly target = new EventTarget();
  isClosed = false;
  addEventListener: Source['addEventListener'] = (type, onEvent) =>
    this.target.addEventListener(type, onEvent);
  close() {
    this.isClosed = true;
  }
  emit(event: string, data = '') {
    this.target.dispatchEvent(Object.assign(new Event(event), { data }));
  }
}

let events: StreamEvent[];
let sources: FakeSource[];
let stream: ChangeStream;

beforeEach(async () => {
  vi.useFakeTimers();
  events = [];
  sources = [];
  stream = openChangeStream({
    onEvent: (event) => events.push(event),
    open: async () => {
      const source = new FakeSource();
      sources.push(source);
      return source;
    },
  });
  await vi.advanceTimersByTimeAsync(0);
});

afterEach(() => {
  stream.close();
  vi.useRealTimers();
});

const newest = () => sources.at(-1) as FakeSource; // there is one from the start

describe('a change stream', () => {
  test('is live from the first event on, and reports changes', () => {
    expect(events).toEqual([]);
    newest().emit('live');
    newest().emit('change', 'callout:42');
    expect(events).toEqual([{ kind: 'live' }, { kind: 'change', topic: 'callout:42' }]);
  });

  test('stays live with heartbeats, and is lost after the heartbeat timeout', async () => {
    newest().emit('live');
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(2_000);
      newest().emit('beat');
    }
    expect(events).toEqual([{ kind: 'live' }]);
    await vi.advanceTimersByTimeAsync(SILENT_MS);
    expect(events.at(-1)).toEqual({ kind: 'lost' });
    expect(newest().isClosed).toBe(true);
  });

  test('reconnects within five seconds of an error, and reports the gap', async () => {
    newest().emit('live');
    newest().emit('error');
    expect(events.at(-1)).toEqual({ kind: 'lost' });
    await vi.advanceTimersByTimeAsync(REOPEN_MS);
    expect(REOPEN_MS).toBeLessThanOrEqual(5_000);
    expect(sources).toHaveLength(2);
    newest().emit('live');
    expect(events.at(-1)).toEqual({ kind: 'live' });
  });

  test('reconnects within five seconds of the last event when no error is reported', async () => {
    newest().emit('live');
    await vi.advanceTimersByTimeAsync(4_900);
    expect(sources).toHaveLength(2);
  });

  test('reconnects at once when the network is back', async () => {
    newest().emit('error');
    stream.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(2);
  });

  test('a working stream is kept then; one of a device that slept is not', async () => {
    newest().emit('live');
    stream.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(1);
    vi.setSystemTime(Date.now() + 3_600_000);
    stream.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(2);
    expect(events).toEqual([{ kind: 'live' }, { kind: 'lost' }]);
  });

  test('reports when the server loses its own subscription, and when it is back', () => {
    newest().emit('live');
    newest().emit('lost');
    newest().emit('live');
    expect(events.map(({ kind }) => kind)).toEqual(['live', 'lost', 'live']);
    expect(sources).toHaveLength(1);
  });

  test('stays closed, whatever still arrives', async () => {
    const source = newest();
    stream.close();
    source.emit('live');
    source.emit('error');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([events, sources.length, source.isClosed]).toEqual([[], 1, true]);
  });

  test('opens one at a time, and ignores events of an old one', async () => {
    const old = newest();
    old.emit('live');
    old.emit('error');
    stream.checkNow();
    stream.checkNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sources).toHaveLength(2);
    old.emit('change', 'callout:1');
    expect(events).not.toContainEqual({ kind: 'change', topic: 'callout:1' });
  });
});

test('without a free slot the stream retries later, and is not live', async () => {
  let slots = 0;
  const open = vi.fn(async () => (slots > 0 ? new FakeSource() : undefined));
  const waiting = openChangeStream({ onEvent: (event) => events.push(event), open });
  await vi.advanceTimersByTimeAsync(REOPEN_MS);
  expect(open).toHaveBeenCalledTimes(2);
  slots = 1;
  await vi.advanceTimersByTimeAsync(REOPEN_MS);
  await vi.advanceTimersByTimeAsync(REOPEN_MS);
  expect(open).toHaveBeenCalledTimes(3);
  expect(events).toEqual([]);
  waiting.close();
});
