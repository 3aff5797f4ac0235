import { machine } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { metricsReaderFrom } from '#lib/integration/metrics-reader.ts';
import { readMetrics } from '#lib/integration/read-metrics.ts';

/** Prometheus metrics; requires METRICS_TOKEN as bearer. */
export const GET = route(machine(metricsReaderFrom), readMetrics, {
  respond: ({ text }) =>
    new Response(text, {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    }),
});
