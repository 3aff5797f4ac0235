import 'server-only';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { settle } from '#lib/db/connection.ts';
import { directClient } from '#lib/db/direct.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { describeError, log } from '#lib/platform/log.ts';

const BACKOFF = { firstMs: 500, longestMs: 5_000 };
const CONNECT_TIMEOUT_MS = 3_000;
/** Keepalive query: a frozen database or a dropped network connection reports no error. */
const KEEPALIVE_MS = 5_000;

type Listener = {
  onPayload: (payload: string) => void;
  /** Every change from now on is received; earlier ones may be missed. */
  onListening: () => void;
  /** No changes are received until the next `onListening`. */
  onLost: () => void;
};

/** Listens to a channel on a connection of its own until the signal aborts; reconnects. */
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
      log.warn({ error: describeError(error), channel }, 'database listener failed');
    }
    if (signal.aborted) return;
    if (isListening) listener.onLost();
    isListening = false;
    failures += 1;
    await pause(backoffMs(failures, Math.random(), BACKOFF), signal);
  }
}

async function listenUntilLost(channel: string, listener: Listener, signal: AbortSignal): Promise<void> {
  const client = directClient(channel.replace('_', ' '), {
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CONNECT_TIMEOUT_MS,
  });
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
      const isOver = await Promise.race([ended.then(() => true), pause(KEEPALIVE_MS, signal)]);
      if (isOver === true) return;
      await client.query('select 1');
    }
  } finally {
    await client.end().catch(() => undefined); // gone already, which is what is wanted
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // An abort only ends the pause; the caller checks the signal.
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
