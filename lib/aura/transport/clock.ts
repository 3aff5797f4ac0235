/** The client's clock, replaceable in tests. */
export type Clock = {
  now(): number;
  /** Sets a timer; returns its cancellation. */
  after(ms: number, run: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
