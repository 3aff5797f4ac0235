import 'server-only';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// How long this process's event loop is held up. Windows of half a minute, so that whoever asks, and however many
// do, gets the same.

const WINDOW_MS = 30_000;
const NANOSECONDS = 1e9;

export type LoopDelay = { p99Seconds: number; maxSeconds: number };

type Histogram = ReturnType<typeof monitorEventLoopDelay>;
type Watch = { histogram: Histogram; last: LoopDelay | null };

/** The delay in the last whole window; in the running one during the first. Watching begins with the first question. */
export function eventLoopDelay(): LoopDelay {
  const watch = processSingleton<Watch>('event-loop', () => {
    const histogram = monitorEventLoopDelay({ resolution: 20 });
    histogram.enable();
    const begun: Watch = { histogram, last: null };
    setInterval(() => {
      begun.last = delayIn(histogram);
      histogram.reset();
    }, WINDOW_MS).unref();
    return begun;
  });
  return watch.last ?? delayIn(watch.histogram);
}

function delayIn(histogram: Histogram): LoopDelay {
  if (histogram.count === 0) return { p99Seconds: 0, maxSeconds: 0 };
  return { p99Seconds: histogram.percentile(99) / NANOSECONDS, maxSeconds: histogram.max / NANOSECONDS };
}
