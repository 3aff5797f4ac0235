'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { postMessage } from '#lib/messages/queries.ts';
import type { Message } from '#lib/messages/schema.ts';
import type { ErrorCode } from '#lib/platform/errors.ts';

/** A message that Vigil does not have: still going out, or refused with a code. */
export type Unsent = { id: string; text: string; problem: ErrorCode | null };

const AGAIN_MS = 3_000;

/**
 * The messages of this page that Vigil does not have yet, in the order in which they were written. The oldest
 * goes out again until it is answered, by the same id, so that it is never written twice.
 */
export function useUnsent(calloutId: number, known: readonly Message[]) {
  const client = useQueryClient();
  const [all, setAll] = useState<readonly Unsent[]>([]);
  const arrived = new Set(known.map(({ id }) => id));
  const waiting = all.filter(({ id }) => !arrived.has(id));
  const next = waiting.find(({ problem }) => problem === null);
  const { id, text } = next ?? {};

  useEffect(() => {
    if (id === undefined || text === undefined) return;
    const stopping = new AbortController();
    const attempt = async () => {
      try {
        const problem = await postMessage(calloutId, { id, text });
        if (problem) setAll((before) => before.map((one) => (one.id === id ? { ...one, problem } : one)));
        await client.invalidateQueries({ queryKey: ['messages', calloutId] });
      } catch {
        // No answer of ours: whether Vigil has it is not known, and asking again by the same id is safe.
      }
      if (!stopping.signal.aborted) timer = setTimeout(attempt, AGAIN_MS);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    void attempt();
    return () => {
      stopping.abort();
      clearTimeout(timer);
    };
  }, [calloutId, client, id, text]);

  const send = useCallback((text: string) => {
    setAll((before) => [...before, { id: crypto.randomUUID(), text, problem: null }]);
  }, []);
  return { waiting, send };
}
