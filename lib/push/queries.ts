import { postJson } from '#lib/platform/browser-fetch.ts';

const TIMEOUT_MS = 8_000;

/** Hands a subscription of this browser to our server; false where it did not take it. */
export async function keepPush(subscription: PushSubscription, publicKey: string): Promise<boolean> {
  const body = { ...subscription.toJSON(), publicKey };
  return isTaken(postJson('/api/push', body, { signal: AbortSignal.timeout(TIMEOUT_MS) }));
}

/** This device gets no more pushes; false where our server did not hear of it. */
export async function dropPush(): Promise<boolean> {
  return isTaken(
    fetch('/api/push', { method: 'DELETE', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }),
  );
}

async function isTaken(asked: Promise<Response>): Promise<boolean> {
  try {
    return (await asked).ok;
  } catch {
    // No connection: the page says that it did not work.
    return false;
  }
}
