/** No answer in time; the work may still be done. */
class TimedOut extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'TimedOut';
  }
}

/** The result, or {@link TimedOut} after `ms`. The work itself is not stopped. */
export async function withTimeout<Value>(work: PromiseLike<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(ms)), ms);
  });
  const answered = Promise.resolve(work);
  // Avoids an unhandled rejection after the timeout.
  answered.catch(() => undefined);
  try {
    return await Promise.race([answered, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}
