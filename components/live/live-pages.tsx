'use client';

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
import { openInSlot } from '#components/live/stream-slot.ts';
import { isFollowed } from '#lib/live/model.ts';
import type { Followed } from '#lib/live/schema.ts';

type Listener = (topic: string) => void;
type Live = {
  /** Whether the stream is live. */
  isLive: boolean;
  /** Subscribes to changes and reconnects; returns the unsubscribe function. */
  join: (listener: Listener) => () => void;
  /** Subscribes to what comes while others keep the stream open; returns the unsubscribe function. */
  watch: (listener: Listener) => () => void;
};

const LiveContext = createContext<Live>({
  isLive: false,
  join: () => () => undefined,
  watch: () => () => undefined,
});

/** All topics: sent on reconnect, as changes may have been missed. */
export const EVERYTHING = '*';

/** The page's shared event stream, open while a component follows a topic. */
export function LivePages({ children }: { children: ReactNode }) {
  const [isLive, setLive] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const listeners = useRef(new Set<Listener>());
  const joined = useRef(0);
  const watch = useCallback((listener: Listener) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  const join = useCallback(
    (listener: Listener) => {
      const stopWatching = watch(listener);
      joined.current += 1;
      setWanted(true);
      return () => {
        stopWatching();
        joined.current -= 1;
        setWanted(joined.current > 0);
      };
    },
    [watch],
  );

  useEffect(() => {
    if (!isWanted) return undefined;
    const notify = (topic: string) => {
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
      setLive(false);
    };
  }, [isWanted]);

  const live = useMemo(() => ({ isLive, join, watch }), [isLive, join, watch]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Keeps the stream open while mounted; returns whether it is live. */
export function useLive(): boolean {
  const { isLive, join } = useContext(LiveContext);
  useEffect(() => join(() => undefined), [join]);
  return isLive;
}

/** Calls `onTopic` for each topic that changed, or for all at once. Opens no stream: it hears what others have it open for. */
export function useWatch(onTopic: Listener): void {
  const { watch } = useContext(LiveContext);
  const heard = useEffectEvent(onTopic);
  useEffect(() => watch((topic) => heard(topic)), [watch]);
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
