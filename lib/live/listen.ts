import 'server-only';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionTo, settle } from '#lib/db/connection.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

const BACKOFF = { firstMs: 500, longestMs: 5_000 };
const CONNECT_TIMEOUT_MS = 3_000;
/** A database that was frozen, or a network that swallows packets, says nothing: it has to be asked. */
const ASK_EVERY_MS = 5_000;

type Listener = {
  onPayload: (payload: string) => void;
  /** From here on everything is heard, and what came before may have been missed. */
  onListening: () => void;
  /** Nothing is heard until it is listening again. */
  onLost: () => void;
};

/** Listens to a channel of the database on a connection of its own until the signal; connects again when it breaks. */
export async function listen(channel: string, listener: Listener, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let isListening = false;
  const onListening = () => {
    failures = 0;
    isListening = true;
    listener.onListening();
  };
  while (!signal.aborted) {
    try {
      await listenUntilLost(channel, { ...listener, onListening }, signal);
    } catch (error) {
      log.warn({ error: describeError(error), channel }, 'not listening to the database');
    }
    if (signal.aborted) return;
    if (isListening) listener.onLost();
    isListening = false;
    failures += 1;
    await pause(backoffMs(failures, Math.random(), BACKOFF), signal);
  }
}

async function listenUntilLost(channel: string, listener: Listener, signal: AbortSignal): Promise<void> {
  const client = new Client({
    ...connectionTo(env.DATABASE_URL, channel.replace('_', ' ')),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
  });
  // Unheard, it would end the process; what it means is seen at the next question.
  client.on('error', (error) => log.warn({ error: describeError(error), channel }, 'line broken'));
  client.on('notification', ({ payload }) => {
    if (!signal.aborted) listener.onPayload(payload ?? '');
  });
  try {
    await client.connect();
    const ended = once(client, 'end');
    await settle(client);
    await client.query(`listen ${channel}`);
    if (signal.aborted) return;
    listener.onListening();
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
