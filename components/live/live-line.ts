import { HEARTBEAT_MS, streamEvents } from '#lib/live/schema.ts';
import { now } from '#lib/platform/clock.ts';

// One line to the server on which it says what to read again. Asking goes on beside it, and takes over without it.

/** The part of the browser's EventSource that a line needs. */
export type Source = {
  addEventListener: (type: string, hear: (event: Event) => void) => void;
  close: () => void;
};

export type LineNews =
  /** Every change is told from here on; what came before may have been missed. */
  | { kind: 'live' }
  /** Nothing is told until it is `live` again. */
  | { kind: 'lost' }
  | { kind: 'change'; topic: string };

export type LiveLine = {
  /** There is reason to believe that the connection is back, or that it went unnoticed. */
  checkNow: () => void;
  close: () => void;
};

type LineOptions = {
  hear: (news: LineNews) => void;
  /** Opens the stream; undefined when this browser holds as many as it should. */
  open: () => Promise<Source | undefined>;
};

/** A line that says nothing for so long is broken, whatever the browser believes. */
export const SILENT_MS = 2 * HEARTBEAT_MS + 500;
/** How long after a break the line is opened again. */
export const REOPEN_MS = 3_000;

/** Opens the line, and opens it again whenever it breaks, until it is closed. */
export function openLiveLine({ hear, open }: LineOptions): LiveLine {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heardAtMs = 0;
  let isOpening = false;
  let isLive = false;
  let isClosed = false;

  const setLive = (live: boolean) => {
    // Being live is told each time: what happened between the two may have been missed.
    if (live || isLive) hear({ kind: live ? 'live' : 'lost' });
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
  const heard = () => {
    heardAtMs = now().getTime();
    clearTimeout(timer);
    // Silence has cost time enough.
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
    heard();
    const isCurrent = () => source === opened;
    listenTo(opened, {
      heard: (news) => {
        if (!isCurrent()) return;
        heard();
        if (news?.kind === 'change') hear(news);
        else if (news) setLive(news.kind === 'live');
      },
      // The browser's own way of opening it again is slower, and gives up where a server is being replaced.
      broken: () => isCurrent() && lose(),
    });
  };

  void connect();
  return {
    checkNow: () => {
      // A device that slept believes in a line that broke long ago.
      const isSilent = now().getTime() - heardAtMs > HEARTBEAT_MS + 500;
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

type Listener = { heard: (news: LineNews | null) => void; broken: () => unknown };

function listenTo(source: Source, { heard, broken }: Listener): void {
  const on = (event: string, toNews: (data: string) => LineNews | null) =>
    source.addEventListener(event, (message) => {
      heard(toNews('data' in message && typeof message.data === 'string' ? message.data : ''));
    });
  on(streamEvents.live, () => ({ kind: 'live' }));
  on(streamEvents.lost, () => ({ kind: 'lost' }));
  on(streamEvents.change, (topic) => ({ kind: 'change', topic }));
  on(streamEvents.beat, () => null);
  source.addEventListener('error', broken);
}
