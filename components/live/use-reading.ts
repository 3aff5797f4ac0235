import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { EVERYTHING, useWatch } from '#components/live/live-pages.tsx';
import { createRereader } from '#components/live/rereader.ts';
import { isFollowed } from '#lib/live/model.ts';
import type { Followed } from '#lib/live/schema.ts';

type Reading<Data> = {
  /** What is read: another name is read at once. */
  name: string;
  initial: Data;
  read: (signal: AbortSignal) => Promise<Data>;
  everyMs: (data: Data) => number;
  followed: readonly Followed[];
};

/**
 * What the server says, read again every so often, when the page is looked at again and when a topic that it follows changed.
 * For the page of the button, which would load TanStack Query for one or two of these. After a failure `data` is the last answer.
 */
export function useReading<Data>({ name, initial, read, everyMs, followed }: Reading<Data>) {
  const [state, setState] = useState<{ data: Data; error: unknown }>({ data: initial, error: null });
  const readNow = useEffectEvent(read);
  const pauseMs = useEffectEvent(() => everyMs(state.data));
  const reread = useRef<() => void>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another thing to read
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const attempt = () =>
      readNow(signal).then(
        (data) => setState({ data, error: null }),
        (error: unknown) => signal.aborted || setState(({ data }) => ({ data, error })),
      );
    const reader = createRereader(attempt);
    const readIfSeen = () => document.visibilityState === 'visible' && reader.reread();
    let timer: ReturnType<typeof setTimeout>;
    const readInTime = () => {
      timer = setTimeout(() => {
        readIfSeen();
        readInTime();
      }, pauseMs());
    };
    document.addEventListener('visibilitychange', readIfSeen, { signal });
    reread.current = reader.reread;
    reader.reread();
    readInTime();
    return () => {
      left.abort();
      reader.stop();
      clearTimeout(timer);
    };
  }, [name]);
  useWatch((topic) => {
    if (topic === EVERYTHING || isFollowed(followed, topic)) reread.current?.();
  });
  return state;
}
