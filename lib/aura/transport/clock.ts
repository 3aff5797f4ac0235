/** Time as the client uses it, so that a test can hold it still. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs something once after a while; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
