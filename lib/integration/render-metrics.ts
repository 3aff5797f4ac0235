import 'server-only';
import Negotiator from 'negotiator';
import { Counter, Gauge, type Metric, Registry, type RegistryContentType } from 'prom-client';
import { processRegistry } from '#lib/platform/metrics.ts';

export const METRICS_FORMATS = ['text', 'openmetrics'] as const;
export type MetricsFormat = (typeof METRICS_FORMATS)[number];

/** Prometheus' text format 0.0.4, and OpenMetrics 1.0.0, which it asks for by itself. */
export const METRICS_TYPE: Readonly<Record<MetricsFormat, string>> = {
  text: Registry.PROMETHEUS_CONTENT_TYPE,
  openmetrics: Registry.OPENMETRICS_CONTENT_TYPE,
};

/** The text format, unless the other is asked for by its name. */
export function metricsFormatFor(accept: string | null): MetricsFormat {
  const offered = METRICS_FORMATS.map((format) => METRICS_TYPE[format]);
  const [chosen] = new Negotiator({ headers: { accept: accept ?? '*/*' } }).mediaTypes(offered);
  return chosen === METRICS_TYPE.openmetrics ? 'openmetrics' : 'text';
}

export type Sample = { labels?: Readonly<Record<string, string>>; value: number };

/** What is read when somebody asks, beside what the process counts all the time. */
export type Family = {
  name: string;
  help: string;
  type: 'gauge' | 'counter';
  samples: readonly Sample[];
};

/** Families without samples are left out: absent means none. Each answer has its own, so two at once mix nothing. */
export async function renderMetrics(families: readonly Family[], format: MetricsFormat): Promise<string> {
  const read = new Registry();
  for (const family of families) if (family.samples.length > 0) add(read, family);
  const both = Registry.merge([processRegistry(), read]);
  if (format === 'text') return both.metrics();
  const text = await openMetrics(both);
  // Bounds of buckets are written as floats.
  return text.replace(/(?<=[{,]le=")\d+(?=")/g, (whole) => `${whole}.0`);
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

/**
 * Of stand-ins: the library takes `_total` from the name of a counter that it renders so, and would leave it without in
 * the other format.
 */
function openMetrics(registry: Registry): Promise<string> {
  const rendered = new Registry<RegistryContentType>();
  rendered.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  for (const metric of registry.getMetricsAsArray()) {
    // safe: a metric of that name, as `getMetricsAsArray` has no other
    const own = registry.getSingleMetric(metric.name) as Metric;
    const standIn: Metric = Object.create(own);
    rendered.registerMetric(standIn);
  }
  return rendered.metrics();
}
