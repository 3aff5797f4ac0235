/** Nothing came back in time; what was asked may still happen. */
class TimedOut extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'TimedOut';
  }
}

/** The answer, or {@link TimedOut} after `ms`. The work itself is not stopped. */
export async function withTimeout<Value>(work: PromiseLike<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(ms)), ms);
  });
  const answered = Promise.resolve(work);
  // Lost the race and failed afterwards: that failure has no one left to hear it.
  answered.catch(() => undefined);
  try {
    return await Promise.race([answered, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
