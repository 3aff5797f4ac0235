import { metricsReaderFrom } from '#lib/integration/metrics-reader.ts';
import { readMetrics } from '#lib/integration/read-metrics.ts';
import { problem, route } from '#lib/platform/http.ts';

/** The deployment in numbers, for Prometheus. Only the bearer of METRICS_TOKEN gets them. */
export const GET = route(async (request: Request) => {
  const reader = metricsReaderFrom(request.headers);
  if (!reader.ok) return problem(request, reader);
  const read = await readMetrics(reader.value, {});
  if (!read.ok) return problem(request, read);
  return new Response(read.value.text, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
});
