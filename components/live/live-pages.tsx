'use client';

import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { openChangeStream, type StreamEvent } from '#components/live/change-stream.ts';
import { createRereader } from '#components/live/rereader.ts';
import { openInSlot } from '#components/live/stream-slot.ts';
import { isFollowed } from '#lib/live/model.ts';
import { type Followed, followedIn } from '#lib/live/schema.ts';

type Listener = (topic: string) => void;
type Live = {
  /** Whether the stream is live. */
  isLive: boolean;
  /** Subscribes to changes and reconnects; returns the unsubscribe function. */
  join: (listener: Listener) => () => void;
};

const LiveContext = createContext<Live>({ isLive: false, join: () => () => undefined });

/** All topics: sent on reconnect, as changes may have been missed. */
const EVERYTHING = '*';

/** The page's shared event stream, open while a component follows a topic. */
export function LivePages({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const listeners = useRef(new Set<Listener>());
  const join = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    setWanted(true);
    return () => {
      listeners.current.delete(listener);
      setWanted(listeners.current.size > 0);
    };
  }, []);

  useEffect(() => {
    if (!isWanted) return undefined;
    const queries = rereadersOf(client);
    const notify = (topic: string) => {
      queries.changed(topic);
      for (const listener of listeners.current) listener(topic);
    };
    const onEvent = (event: StreamEvent) => {
      if (event.kind === 'change') return notify(event.topic);
      setLive(event.kind === 'live');
      if (event.kind === 'live') notify(EVERYTHING);
    };
    const stream = openChangeStream({
      onEvent,
      open: () => openInSlot(() => new EventSource('/api/changes')),
    });
    const stop = new AbortController();
    const onSign = () => {
      stream.checkNow();
      notify(EVERYTHING);
    };
    // Also in the background: a hidden board must ring.
    window.addEventListener('online', onSign, { signal: stop.signal });
    const onReturn = () => document.visibilityState === 'visible' && onSign();
    document.addEventListener('visibilitychange', onReturn, { signal: stop.signal });
    return () => {
      stop.abort();
      stream.close();
      queries.stop();
      setLive(false);
    };
  }, [client, isWanted]);

  const live = useMemo(() => ({ isLive, join }), [isLive, join]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Throttled refetch per query on the page. */
function rereadersOf(client: ReturnType<typeof useQueryClient>) {
  const readers = new Map<string, ReturnType<typeof createRereader>>();
  return {
    changed: (topic: string) => {
      for (const query of client.getQueryCache().getAll()) {
        if (!query.isActive()) continue;
        if (topic !== EVERYTHING && !isFollowed(followedIn(query.meta), topic)) continue;
        const { queryHash, queryKey } = query;
        let reader = readers.get(queryHash);
        if (!reader) {
          reader = createRereader(() => client.refetchQueries({ queryKey, exact: true, type: 'active' }));
          readers.set(queryHash, reader);
        }
        reader.reread();
      }
    },
    stop: () => {
      for (const reader of readers.values()) reader.stop();
    },
  };
}

/** Keeps the stream open while mounted; returns whether it is live. */
export function useLive(): boolean {
  const { isLive, join } = useContext(LiveContext);
  useEffect(() => join(() => undefined), [join]);
  return isLive;
}

/** Calls `onChange` when a topic changed or may have. No subscription for an empty list. */
export function useFollow(followed: readonly Followed[], onChange: () => void): void {
  const { join } = useContext(LiveContext);
  const changed = useEffectEvent(onChange);
  const names = followed.join(' ');
  useEffect(() => {
    if (names === '') return undefined;
    // Safe: it is what was joined above.
    const topics = names.split(' ') as Followed[];
    return join((topic) => {
      if (topic === EVERYTHING || isFollowed(topics, topic)) changed();
    });
  }, [names, join]);
}
