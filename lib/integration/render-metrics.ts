import 'server-only';
import { Counter, Gauge, Registry } from 'prom-client';
import { processRegistry } from '#lib/platform/metrics.ts';

// Prometheus text format 0.0.4.

export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

export type Sample = { labels?: Readonly<Record<string, string>>; value: number };

/** What is read when somebody asks, beside what the process counts all the time. */
export type Family = {
  name: string;
  help: string;
  type: 'gauge' | 'counter';
  samples: readonly Sample[];
};

/** Families without samples are left out: absent means none. Each answer has its own, so two at once mix nothing. */
export async function renderMetrics(families: readonly Family[]): Promise<string> {
  const read = new Registry();
  for (const family of families) if (family.samples.length > 0) add(read, family);
  return Registry.merge([processRegistry(), read]).metrics();
}

function add(registry: Registry, { name, help, type, samples }: Family): void {
  const labelNames = Object.keys(samples[0]?.labels ?? {});
  const named = { name, help, labelNames, registers: [registry] };
  if (type === 'counter') {
    const counter = new Counter(named);
    for (const { labels = {}, value } of samples) counter.inc(labels, value);
  } else {
    const gauge = new Gauge(named);
    for (const { labels = {}, value } of samples) gauge.set(labels, value);
  }
}
