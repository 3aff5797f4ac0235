import { expect, test, vi } from 'vitest';
import { processRegistry } from '#lib/platform/metrics.ts';
import { type EventStream, eventStream } from './event-stream.ts';

const OVERFLOW = { event: 'all', data: '' };

function open() {
  const browser = new AbortController();
  const leave = vi.fn();
  let stream: EventStream | undefined;
  const response = eventStream(browser.signal, OVERFLOW, (opened) => {
    stream = opened;
    return leave;
  });
  if (!stream || !response.body) throw new Error('a stream begins at once');
  return { browser, leave, stream, response, reader: response.body.getReader() };
}

async function nextText(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | null> {
  const { value, done } = await reader.read();
  return done ? null : new TextDecoder().decode(value);
}

test('sends each event in the standard format, and disables buffering by proxies', async () => {
  const { stream, response, reader } = open();
  stream.say({ event: 'change', data: 'callout:42' });
  expect(await nextText(reader)).toBe('event: change\ndata: callout:42\n\n');
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('cache-control')).toContain('no-transform');
});

test('sends equal queued events once', async () => {
  const { stream, reader } = open();
  stream.say({ event: 'change', data: 'a' });
  for (let times = 0; times < 1_000; times += 1) stream.say({ event: 'change', data: 'b' });
  expect(await nextText(reader)).toContain('data: a');
  expect(await nextText(reader)).toBe('event: change\ndata: b\n\n');
});

test.each(['reads at once', 'reads later'])('each event goes out once to a browser that %s', async (when) => {
  const { stream, reader } = open();
  const texts: (string | null)[] = [];
  const pump = async () => {
    for (let text = await nextText(reader); text !== null; text = await nextText(reader)) texts.push(text);
  };
  const pumping = when === 'reads at once' ? pump() : null;
  const ids = Array.from({ length: 20 }, (_, id) => `${id}`);
  for (const id of ids) {
    stream.say({ event: 'change', data: id });
    // A browser that reads takes each event before the next is sent.
    if (pumping) await vi.waitUntil(() => texts.join('').includes(`data: ${id}\n`));
  }
  const reading = pumping ?? pump();
  await vi.waitUntil(() => texts.join('').includes('data: 19\n'));
  stream.end();
  await reading;
  expect(texts.join('').match(/(?<=data: )\d+/g)).toEqual(ids);
});

test('a browser that stopped reading has a bounded queue, and then gets the overflow event', async () => {
  const { stream, reader } = open();
  for (let id = 0; id < 100_000; id += 1) stream.say({ event: 'change', data: `${id}` });
  await nextText(reader);
  const rest = (await nextText(reader)) ?? '';
  expect(rest.startsWith('event: all\n')).toBe(true);
  expect(rest).toContain('data: 99999\n');
  expect(rest.length).toBeLessThan(50_000);
});

test.each(['gone', 'cancelled', 'ended'] as const)('is over once when it is %s', async (how) => {
  const { browser, leave, stream, reader } = open();
  if (how === 'gone') browser.abort();
  if (how === 'cancelled') await reader.cancel();
  if (how === 'ended') stream.end();
  stream.end();
  browser.abort();
  stream.say({ event: 'change', data: 'late' });
  expect(leave).toHaveBeenCalledTimes(1);
  expect(await nextText(reader)).toBeNull();
});

test('a browser that was gone before it began leaves nothing behind', () => {
  const leave = vi.fn();
  eventStream(AbortSignal.abort(), OVERFLOW, () => leave);
  expect(leave).toHaveBeenCalledTimes(1);
});

test('streams are counted while they are open, however they end', async () => {
  const count = async () => /^vigil_streams_open (\d+)$/m.exec(await processRegistry().metrics())?.[1];
  processRegistry().resetMetrics();
  const [left, ended, cancelled] = [open(), open(), open()];
  expect(await count()).toBe('3');
  left.browser.abort();
  left.stream.end();
  expect(await count()).toBe('2');
  ended.stream.end();
  await cancelled.reader.cancel();
  expect(await count()).toBe('0');
});
