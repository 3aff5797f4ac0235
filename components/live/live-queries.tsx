'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { EVERYTHING, useWatch } from '#components/live/live-pages.tsx';
import { createRereader } from '#components/live/rereader.ts';
import { isFollowed } from '#lib/live/model.ts';
import { followedIn } from '#lib/live/schema.ts';

/**
 * TanStack Query for what is below, read again when the page's event stream says so. No retries: the next interval is soon
 * enough, and failures show meanwhile.
 */
export function LiveQueries({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } }),
  );
  const rereaders = useRef<ReturnType<typeof rereadersOf>>(undefined);
  useEffect(() => {
    const made = rereadersOf(client);
    rereaders.current = made;
    return () => made.stop();
  }, [client]);
  useWatch((topic) => rereaders.current?.changed(topic));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Throttled refetch per query on the page. */
function rereadersOf(client: QueryClient) {
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
