import type { Source } from '#components/live/live-line.ts';

/**
 * Without HTTP/2 a browser makes six connections to a server, for all its tabs together, and a stream keeps one.
 * More tabs than this ask instead: a press must never wait for a connection.
 */
const MAX_STREAMS = 3;

/** Opens the stream of changes if this browser has a place for one more; its place is free again when it is closed. */
export async function openInSlot(open: () => Source): Promise<Source | undefined> {
  // Only where the page is not served securely; then it is a laptop's own server.
  if (!('locks' in navigator)) return open();
  for (let slot = 1; slot <= MAX_STREAMS; slot += 1) {
    const release = await takeLock(`vigil.stream.${slot}`);
    if (!release) continue;
    const source = open();
    return {
      addEventListener: (type, hear) => source.addEventListener(type, hear),
      close: () => {
        source.close();
        release();
      },
    };
  }
  return undefined;
}

/** Gives what releases the lock, or undefined when somebody has it. */
function takeLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
