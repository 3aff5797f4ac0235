import 'server-only';
import { statfs } from 'node:fs/promises';
import type { Family, Sample } from '#lib/integration/render-metrics.ts';
import { countJournal } from '#lib/panic/journal/journal.ts';
import { refusedTexts } from '#lib/panic/texts/refused-texts.ts';
// These count from the start, not from their first use: what grows from nothing is not seen to grow.
import '#lib/live/event-stream.ts';
import '#lib/platform/text-message.ts';
import '#lib/upstream/aura-record.ts';
import { droppedPartCounts } from '#lib/platform/dropped-parts.ts';
import { env } from '#lib/platform/env.ts';
import { eventLoopDelay } from '#lib/platform/event-loop.ts';
import { describeError, log } from '#lib/platform/log.ts';

/** Metrics of this process, under Node's usual names. */
export async function processMetrics(): Promise<Family[]> {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const { p99Seconds, maxSeconds } = eventLoopDelay();
  return [
    ...(await diskMetrics()),
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
      samples: droppedPartCounts().map(({ of, part, times }) => ({ labels: { of, part }, value: times })),
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

/** What keeps presses while the database is away. */
async function diskMetrics(): Promise<Family[]> {
  const { presses, stuck } = await countJournal();
  return [
    gauge(
      'vigil_journal_presses',
      'Presses on this machine’s disk that the database has not taken.',
      presses,
    ),
    gauge('vigil_journal_stuck_presses', 'Those of them that it cannot take.', stuck),
    {
      name: 'vigil_data_directory_free_bytes',
      help: 'Room on the disk of the data directory.',
      type: 'gauge',
      samples: await freeBytes(),
    },
  ];
}

async function freeBytes(): Promise<Sample[]> {
  try {
    const { bavail, bsize } = await statfs(env.VIGIL_DATA_DIR);
    return [{ value: bavail * bsize }];
  } catch (error) {
    // A worker alone keeps nothing there.
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing)
      log.warn({ error: describeError(error) }, 'the room in the data directory cannot be read');
    return [];
  }
}

function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ value }] };
}
