import { machine } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { metricsReaderFrom } from '#lib/integration/metrics-reader.ts';
import { readMetrics } from '#lib/integration/read-metrics.ts';
import { METRICS_TYPE, metricsFormatFor } from '#lib/integration/render-metrics.ts';

/** Prometheus metrics; requires METRICS_TOKEN as bearer. */
export const GET = route(machine(metricsReaderFrom), readMetrics, {
  input: ({ request }) => ({ format: metricsFormatFor(request.headers.get('accept')) }),
  respond: ({ text, format }) =>
    new Response(text, {
      headers: { 'content-type': METRICS_TYPE[format], 'cache-control': 'no-store', vary: 'Accept' },
    }),
});
