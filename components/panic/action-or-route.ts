/** How long the first door may take before the second is tried beside it. */
export const ACTION_ALONE_MS = 3_000;
/** After this long, neither door will be heard of. */
export const BOTH_WAYS_MS = 11_000;

export type Ways<Answer> = {
  /** The server action. It belongs to one build: from an old page it may fail, or never answer. */
  action: () => Promise<Answer>;
  /** The stable route, for the same press: arriving by both doors makes one press of it. */
  route: () => Promise<Answer>;
  /** Calls `changed` when the connection comes or goes, until the function it gives is called. */
  onConnectionChange: (changed: () => void) => () => void;
};

/**
 * The first answer that either door gives. The second is opened as soon as the first fails, is silent for three
 * seconds, or the connection changes under it; the first may still answer then. Rejects when neither answered.
 */
export async function raceActionAndRoute<Answer>(ways: Ways<Answer>): Promise<Answer> {
  const first = ways.action();
  const second = whenStuck(first, ways.onConnectionChange).then(ways.route);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('neither door answered')), BOTH_WAYS_MS);
  });
  try {
    return await Promise.race([Promise.any([first, second]), end]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves when the answer should not be waited for alone any longer; never after it has come. */
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
