import type { Source } from '#components/live/change-stream.ts';

/**
 * With HTTP/1.1 a browser opens six connections per server over all tabs, and a stream occupies one. Further
 * tabs poll, so that a press never waits for a connection.
 */
const MAX_STREAMS = 3;

/** Opens a stream if a slot is free; closing it frees the slot. */
export async function openInSlot(open: () => Source): Promise<Source | undefined> {
  // Insecure context: a developer's machine.
  if (!('locks' in navigator)) return open();
  for (let slot = 1; slot <= MAX_STREAMS; slot += 1) {
    const release = await takeLock(`vigil.stream.${slot}`);
    if (!release) continue;
    const source = open();
    return {
      addEventListener: (type, listener) => source.addEventListener(type, listener),
      close: () => {
        source.close();
        release();
      },
    };
  }
  return undefined;
}

/** Returns the lock's release, or undefined when it is taken. */
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
