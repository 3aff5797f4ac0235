import 'server-only';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { CHANGES_CHANNEL, type Change, readChange } from './changes.ts';
import { listen } from './listen.ts';

// Subscriber side of changes.ts: one database connection per process, however many pages are open.

/** `listening`: every change from now on is received, earlier ones may be missed; `lost`: none until then. */
export type FeedEvent = { kind: 'change'; change: Change } | { kind: 'listening' } | { kind: 'lost' };
type Listener = (event: FeedEvent) => void;

type Feed = {
  listeners: Set<Listener>;
  isListening: boolean;
  /** Closes the connection; null while there are no subscribers. */
  stop: AbortController | null;
};

function feed(): Feed {
  return processSingleton('change-feed', () => ({ listeners: new Set(), isListening: false, stop: null }));
}

/** Subscribes to all changes of the deployment; returns the unsubscribe function. Never throws. */
export function subscribeToChanges(listener: Listener): () => void {
  const shared = feed();
  // A wrapper, so that one listener may subscribe twice.
  const own: Listener = (event) => listener(event);
  shared.listeners.add(own);
  if (shared.isListening) own({ kind: 'listening' });
  if (!shared.stop) {
    shared.stop = new AbortController();
    void keepListening(shared, shared.stop.signal);
  }
  return () => {
    shared.listeners.delete(own);
    if (shared.listeners.size > 0) return;
    shared.stop?.abort();
    shared.stop = null;
    shared.isListening = false;
  };
}

function broadcast(shared: Feed, event: FeedEvent): void {
  for (const listener of shared.listeners) listener(event);
}

function keepListening(shared: Feed, signal: AbortSignal): Promise<void> {
  const listener = {
    onPayload: (payload: string) => {
      const change = readChange(payload);
      if (change) broadcast(shared, { kind: 'change', change });
    },
    onListening: () => {
      shared.isListening = true;
      broadcast(shared, { kind: 'listening' });
    },
    onLost: () => {
      shared.isListening = false;
      broadcast(shared, { kind: 'lost' });
    },
  };
  return listen(CHANGES_CHANNEL, listener, signal);
}
