/** How long the action may take before the route is tried as well. */
export const ACTION_ALONE_MS = 3_000;
/** The deadline for either answer. */
export const BOTH_WAYS_MS = 11_000;

export type Ways<Answer> = {
  /** The server action. It belongs to one build: from an old page it may fail, or never answer. */
  action: () => Promise<Answer>;
  /** The stable route, with the same idempotency key: both make one press. */
  route: () => Promise<Answer>;
  /** Calls `changed` when the connection comes or goes; returns the function that stops listening. */
  onConnectionChange: (changed: () => void) => () => void;
};

/**
 * The first answer of either way. The route is called as soon as the action fails, has not answered for three seconds,
 * or the connection changes; the action may still answer then. Rejects when neither answers in time.
 */
export async function raceActionAndRoute<Answer>(ways: Ways<Answer>): Promise<Answer> {
  const first = ways.action();
  const second = whenStuck(first, ways.onConnectionChange).then(ways.route);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('neither action nor route answered')), BOTH_WAYS_MS);
  });
  try {
    return await Promise.race([Promise.any([first, second]), end]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves when the second way is needed; never after the answer has arrived. */
function whenStuck(
  answer: Promise<unknown>,
  onConnectionChange: Ways<unknown>['onConnectionChange'],
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopListening();
    };
    const stuck = () => {
      done();
      resolve();
    };
    const timer = setTimeout(stuck, ACTION_ALONE_MS);
    const stopListening = onConnectionChange(stuck);
    answer.then(done, stuck);
  });
}
