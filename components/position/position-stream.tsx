'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { useLive } from '#components/live/live-pages.tsx';
import { usePositionStream } from '#components/position/use-position-stream.ts';
import type { Callout } from '#lib/callouts/answers.ts';
import { calloutQuery } from '#lib/callouts/queries.ts';

type Stream = ReturnType<typeof usePositionStream> & {
  /** What the server says of the callout and of the positions it got. */
  callout: Callout;
};

const StreamContext = createContext<Stream | null>(null);

/** Sends the person's position for as long as the page of the callout is there, whatever of it is folded away. */
export function PositionStream({ initial, children }: { initial: Callout; children: ReactNode }) {
  const { data: callout } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  const stream = usePositionStream(callout.calloutId, callout.closedAt === null);
  return <StreamContext value={{ ...stream, callout }}>{children}</StreamContext>;
}

/** Null where nothing may be shown of it: after the close, and after *I am safe*, as an attacker may be watching. */
export function usePosition(): Stream | null {
  const stream = useContext(StreamContext);
  return stream && stream.callout.closedAt === null && stream.callout.safeAskedAt === null ? stream : null;
}
