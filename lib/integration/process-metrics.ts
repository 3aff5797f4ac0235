import 'server-only';
import type { Family } from '#lib/integration/metrics-model.ts';
import { refusedTexts } from '#lib/panic/texts/refused-texts.ts';
import { droppedParts } from '#lib/platform/dropped-parts.ts';
import { env } from '#lib/platform/env.ts';
import { eventLoopDelay } from '#lib/platform/event-loop.ts';

/** Of this process alone, under the names that are usual for Node. */
export function processMetrics(): Family[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const { p99Seconds, maxSeconds } = eventLoopDelay();
  const gauge = (name: string, help: string, value: number): Family => ({
    name,
    help,
    type: 'gauge',
    samples: [{ value }],
  });
  return [
    {
      name: 'vigil_build_info',
      help: 'The build that answers.',
      type: 'gauge',
      samples: [
        { labels: { build: env.NEXT_DEPLOYMENT_ID ?? 'unnamed', node: process.versions.node }, value: 1 },
      ],
    },
    {
      name: 'process_cpu_seconds_total',
      help: 'CPU time of this process.',
      type: 'counter',
      samples: [{ value: (user + system) / 1e6 }],
    },
    {
      name: 'vigil_dropped_parts_total',
      help: 'Parts of presses and positions that could not be used, since this process began.',
      type: 'counter',
      samples: droppedParts().map(({ of, part, times }) => ({ labels: { of, part }, value: times })),
    },
    {
      name: 'vigil_refused_texts_total',
      help: 'Text messages that led to no press, since this process began.',
      type: 'counter',
      samples: refusedTexts().map(({ reason, times }) => ({ labels: { reason }, value: times })),
    },
    gauge('process_start_time_seconds', 'When this process began.', performance.timeOrigin / 1_000),
    gauge('process_resident_memory_bytes', 'Memory that this process holds.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
    gauge('nodejs_heap_size_total_bytes', 'Heap set aside.', heapTotal),
    gauge('nodejs_external_memory_bytes', 'Memory outside the heap.', external),
    gauge('nodejs_eventloop_lag_p99_seconds', 'Event-loop delay, last half minute, p99.', p99Seconds),
    gauge('nodejs_eventloop_lag_max_seconds', 'Event-loop delay, last half minute, longest.', maxSeconds),
  ];
}
