import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { postMessage } from '#lib/following/messages/queries.ts';
import type { Message } from '#lib/following/messages/schema.ts';

/** A message that Vigil does not have: still going out, or refused with a code. */
export type Unsent = { id: string; text: string; problem: ErrorCode | null };

const AGAIN_MS = 3_000;
const NONE = '[]';
const keptSchema = z.array(z.object({ id: z.uuid(), text: z.string() }));

/** What was still going out when this tab's page was lost: a phone drops pages that it has no room for. */
function recall(calloutId: number): Unsent[] {
  try {
    const kept = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(calloutId)) ?? NONE));
    return kept.success ? kept.data.map((one) => ({ ...one, problem: null })) : [];
  } catch {
    // Storage is switched off, or holds what no page of ours wrote: then nothing was kept.
    return [];
  }
}

function keep(calloutId: number, going: string): void {
  try {
    if (going === NONE) sessionStorage.removeItem(keyOf(calloutId));
    else sessionStorage.setItem(keyOf(calloutId), going);
  } catch {
    // Full or switched off: the messages go out all the same, as long as the page stays.
  }
}

const keyOf = (calloutId: number) => `vigil.unsent.${calloutId}`;

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
  const isRecalled = useRef(false);

  // After the first drawing, which the server made without knowing of this tab.
  useEffect(() => {
    setAll((before) => [...recall(calloutId), ...before]);
    isRecalled.current = true;
  }, [calloutId]);
  const going = JSON.stringify(waiting.filter(({ problem }) => problem === null));
  useEffect(() => {
    if (isRecalled.current) keep(calloutId, going);
  }, [calloutId, going]);
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
