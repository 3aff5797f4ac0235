import 'server-only';
import { gauge } from '#lib/platform/metrics.ts';

export type StreamEvent = { event: string; data: string };

export type EventStream = {
  /** Queues an event. An equal event that is still queued is not repeated. */
  say: (event: StreamEvent) => void;
  end: () => void;
};

const open = gauge({ name: 'vigil_streams_open', help: 'Event streams of pages that are open here.' });

type Begin = (stream: EventStream) => () => void;

/** A longer queue means that the browser has stopped reading. */
const MAX_QUEUED = 500;

/**
 * Server-sent events until the browser disconnects or `end`. `begin` returns the clean-up, which runs once. The queue
 * is bounded: on overflow it is replaced by `overflow`.
 */
export function eventStream(signal: AbortSignal, overflow: StreamEvent, begin: Begin): Response {
  const encoder = new TextEncoder();
  const waiting = new Set<string>();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let leave: (() => void) | undefined;
  let isOver = false;

  const flush = () => {
    if (!controller || waiting.size === 0 || (controller.desiredSize ?? 0) <= 0) return;
    const text = [...waiting].join('');
    // First, because `enqueue` calls pull again synchronously.
    waiting.clear();
    controller.enqueue(encoder.encode(text));
  };
  const say = (event: StreamEvent) => {
    if (isOver) return;
    if (waiting.size >= MAX_QUEUED) {
      waiting.clear();
      waiting.add(asText(overflow));
    }
    waiting.add(asText(event));
    flush();
  };
  const finish = () => {
    if (isOver) return;
    isOver = true;
    open.dec();
    waiting.clear();
    signal.removeEventListener('abort', end);
    leave?.();
  };
  const end = () => {
    if (isOver) return;
    finish();
    controller?.close();
  };

  open.inc();
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
      signal.addEventListener('abort', end);
      leave = begin({ say, end });
      // May have ended before the clean-up was known.
      if (isOver) leave();
      else if (signal.aborted) end();
    },
    pull: flush,
    cancel: finish,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // A buffering proxy or compressor would delay the events.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function asText({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}
