import 'server-only';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';
import { CHANGES_CHANNEL, type Change, readChange } from './changes.ts';

// The listening half of changes.ts: one connection for the whole process, however many pages are open.

/**
 * `listening`: from here on every change is heard, and what came before may have been missed. `lost`: nothing is
 * heard until it is `listening` again.
 */
export type News = { kind: 'change'; change: Change } | { kind: 'listening' } | { kind: 'lost' };
type Listener = (news: News) => void;

type Feed = {
  listeners: Set<Listener>;
  isListening: boolean;
  /** Ends the connection; absent while nobody listens. */
  stop: AbortController | null;
};

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;
const CONNECT_TIMEOUT_MS = 3_000;
/** A database that was frozen, or a network that swallows packets, says nothing: it has to be asked. */
const ASK_EVERY_MS = 5_000;

function feed(): Feed {
  return onceGlobally('change-feed', () => ({ listeners: new Set(), isListening: false, stop: null }));
}

/** Hears every change of the deployment until the function that it gives is called. Never throws. */
export function subscribeToChanges(listener: Listener): () => void {
  const shared = feed();
  // A function of its own, so that one listener may be here twice.
  const own: Listener = (news) => listener(news);
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

function tell(shared: Feed, news: News): void {
  for (const listener of shared.listeners) listener(news);
}

async function keepListening(shared: Feed, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await listenUntilLost(shared, signal, () => {
        failures = 0;
      });
    } catch (error) {
      log.warn({ error: describeError(error) }, 'not listening for changes');
    }
    // Whoever came after the abort has a connection of their own.
    if (signal.aborted) return;
    if (shared.isListening) {
      shared.isListening = false;
      tell(shared, { kind: 'lost' });
    }
    await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures), signal);
    failures += 1;
  }
}

async function listenUntilLost(shared: Feed, signal: AbortSignal, onListening: () => void): Promise<void> {
  const client = new Client({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'vigil changes',
  });
  // Unheard, it would end the process; what it means is seen at the next question.
  client.on('error', (error) => log.warn({ error: describeError(error) }, 'line of changes broken'));
  client.on('notification', ({ payload }) => {
    const change = readChange(payload ?? '');
    if (change && !signal.aborted) tell(shared, { kind: 'change', change });
  });
  try {
    await client.connect();
    const ended = once(client, 'end');
    await client.query(`listen ${CHANGES_CHANNEL}`);
    if (signal.aborted) return;
    shared.isListening = true;
    onListening();
    tell(shared, { kind: 'listening' });
    while (!signal.aborted) {
      const isOver = await Promise.race([ended.then(() => true), pause(ASK_EVERY_MS, signal)]);
      if (isOver === true) return;
      await client.query('select 1');
    }
  } finally {
    await client.end().catch(() => undefined); // gone already, which is what is wanted
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Being told to stop only cuts the pause short; the caller looks at the signal.
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
