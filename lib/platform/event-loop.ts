import 'server-only';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Event loop delay of this process in windows of 30 s, independent of how often it is read.

const WINDOW_MS = 30_000;
const NANOSECONDS = 1e9;

export type LoopDelay = { p99Seconds: number; maxSeconds: number };

type Histogram = ReturnType<typeof monitorEventLoopDelay>;
type Watch = { histogram: Histogram; last: LoopDelay | null };

/** The delay in the last complete window, or else in the current one. The first call starts the measurement. */
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
