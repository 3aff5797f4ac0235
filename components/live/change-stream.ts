import { HEARTBEAT_MS, streamEvents } from '#lib/live/schema.ts';
import { now } from '#lib/platform/clock.ts';

// An event stream of change notifications. Polling continues beside it and takes over while it is down.

/** The part of EventSource that is used. */
export type Source = {
  addEventListener: (type: string, onEvent: (event: Event) => void) => void;
  close: () => void;
};

export type StreamEvent =
  /** All changes arrive from here on; earlier ones may have been missed. */
  | { kind: 'live' }
  /** Nothing arrives until `live` again. */
  | { kind: 'lost' }
  | { kind: 'change'; topic: string };

export type ChangeStream = {
  /** The network may be back, or may have dropped unnoticed. */
  checkNow: () => void;
  close: () => void;
};

type StreamOptions = {
  onEvent: (event: StreamEvent) => void;
  /** Undefined when this browser has its maximum of streams. */
  open: () => Promise<Source | undefined>;
};

/** Heartbeat timeout: a silent stream is broken, whatever the browser says. */
export const SILENT_MS = 2 * HEARTBEAT_MS + 500;
/** Pause before reconnecting. */
export const REOPEN_MS = 3_000;

/** Opens the stream and reconnects until closed. */
export function openChangeStream({ onEvent, open }: StreamOptions): ChangeStream {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let receivedAtMs = 0;
  let isOpening = false;
  let isLive = false;
  let isClosed = false;

  const setLive = (live: boolean) => {
    // Repeated on every reconnect, as changes in between may have been missed.
    if (live || isLive) onEvent({ kind: live ? 'live' : 'lost' });
    isLive = live;
  };
  const drop = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const lose = (reopenMs = REOPEN_MS) => {
    drop();
    if (isClosed) return;
    timer = setTimeout(connect, reopenMs);
    setLive(false);
  };
  const onMessage = () => {
    receivedAtMs = now().getTime();
    clearTimeout(timer);
    // Already waited for the heartbeat timeout, so reconnect at once.
    timer = setTimeout(() => lose(0), SILENT_MS);
  };
  const connect = async () => {
    if (isOpening || isClosed) return;
    isOpening = true;
    const opened = await open().catch(() => undefined);
    isOpening = false;
    if (isClosed) return opened?.close();
    if (!opened) return lose();
    drop();
    source = opened;
    onMessage();
    const isCurrent = () => source === opened;
    listenTo(opened, {
      onMessage: (event) => {
        if (!isCurrent()) return;
        onMessage();
        if (event?.kind === 'change') onEvent(event);
        else if (event) setLive(event.kind === 'live');
      },
      // EventSource's own reconnect is slower, and stops on an error status.
      broken: () => isCurrent() && lose(),
    });
  };

  void connect();
  return {
    checkNow: () => {
      // A device that slept does not notice that the connection is gone.
      const isSilent = now().getTime() - receivedAtMs > HEARTBEAT_MS + 500;
      if (isClosed || (isLive && !isSilent)) return;
      drop();
      setLive(false);
      void connect();
    },
    close: () => {
      isClosed = true;
      drop();
    },
  };
}

type Listener = { onMessage: (event: StreamEvent | null) => void; broken: () => unknown };

function listenTo(source: Source, { onMessage, broken }: Listener): void {
  const on = (event: string, toNews: (data: string) => StreamEvent | null) =>
    source.addEventListener(event, (message) => {
      onMessage(toNews('data' in message && typeof message.data === 'string' ? message.data : ''));
    });
  on(streamEvents.live, () => ({ kind: 'live' }));
  on(streamEvents.lost, () => ({ kind: 'lost' }));
  on(streamEvents.change, (topic) => ({ kind: 'change', topic }));
  on(streamEvents.beat, () => null);
  source.addEventListener('error', broken);
}
