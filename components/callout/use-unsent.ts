import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Message } from '#lib/following/messages/answers.ts';
import { postMessage } from '#lib/following/messages/queries.ts';

/** Not stored by the server yet: pending, or refused with a code. */
export type Unsent = { id: string; text: string; problem: ErrorCode | null };

const AGAIN_MS = 3_000;
const NONE = '[]';
const keptSchema = z.array(z.object({ id: z.uuid(), text: z.string() }));

/** Restores pending messages of a tab that the phone discarded. */
function recall(calloutId: number): Unsent[] {
  try {
    const kept = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(calloutId)) ?? NONE));
    return kept.success ? kept.data.map((one) => ({ ...one, problem: null })) : [];
  } catch {
    // Storage is off or holds foreign content.
    return [];
  }
}

function keep(calloutId: number, going: string): void {
  try {
    if (going === NONE) sessionStorage.removeItem(keyOf(calloutId));
    else sessionStorage.setItem(keyOf(calloutId), going);
  } catch {
    // Full or off: messages are still sent while the page lives.
  }
}

const keyOf = (calloutId: number) => `vigil.unsent.${calloutId}`;

/**
 * Client outbox: sends messages in order and retries the oldest by the same id (idempotency key) until
 * answered.
 */
export function useUnsent(calloutId: number, known: readonly Message[]) {
  const client = useQueryClient();
  const [all, setAll] = useState<readonly Unsent[]>([]);
  const arrived = new Set(known.map(({ id }) => id));
  const waiting = all.filter(({ id }) => !arrived.has(id));
  const next = waiting.find(({ problem }) => problem === null);
  const isRecalled = useRef(false);

  // After hydration, as the server does not know this tab's storage.
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
        // Unknown outcome; retrying by the same id is safe.
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
