import 'server-only';

/** What a stream says: the name of an event and one line of text with it. */
export type StreamEvent = { event: string; data: string };

export type EventStream = {
  /** Says it as soon as the browser takes it. The same words that still wait are said once. */
  say: (event: StreamEvent) => void;
  end: () => void;
};

type Begin = (stream: EventStream) => () => void;

/** More than this waits for a browser only when it has stopped reading. */
const WAITING_AT_MOST = 500;

/**
 * An answer of server-sent events that lasts until the browser goes, or `end`. `begin` gets the stream and gives
 * what to do when it is over, which is done once. A browser that does not read costs no more than a bounded
 * queue: what does not fit is replaced by `overflow`.
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
    // First, because `enqueue` pulls again while it runs.
    waiting.clear();
    controller.enqueue(encoder.encode(text));
  };
  const say = (event: StreamEvent) => {
    if (isOver) return;
    if (waiting.size >= WAITING_AT_MOST) {
      waiting.clear();
      waiting.add(asText(overflow));
    }
    waiting.add(asText(event));
    flush();
  };
  const finish = () => {
    if (isOver) return;
    isOver = true;
    waiting.clear();
    signal.removeEventListener('abort', end);
    leave?.();
  };
  const end = () => {
    if (isOver) return;
    finish();
    controller?.close();
  };

  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
      signal.addEventListener('abort', end);
      leave = begin({ say, end });
      // It may have been over before there was a way to leave.
      if (isOver) leave();
      else if (signal.aborted) end();
    },
    pull: flush,
    cancel: finish,
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // A proxy or a compressor that collects before it sends would keep the news to itself.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function asText({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${data}\n\n`;
}
