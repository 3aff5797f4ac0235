import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { metricsReaderFrom } from '#lib/integration/metrics-reader.ts';
import { readProcessMetrics } from '#lib/integration/read-process-metrics.ts';
import { METRICS_TYPE, type MetricsFormat, metricsFormatFor } from '#lib/integration/render-metrics.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

// The worker answers nobody but the one who scrapes it, at the address that the app has for that.

const PATH = '/api/metrics';

/** Null without WORKER_METRICS_PORT. */
export function serveMetrics(signal: AbortSignal): Server | null {
  if (!env.WORKER_METRICS_PORT) return null;
  const server = createServer((request, response) => void answer(request, response));
  // Nothing that the worker does needs it.
  server.on('error', (error) => log.error({ error: describeError(error) }, 'metrics are not served'));
  server.listen(env.WORKER_METRICS_PORT);
  signal.addEventListener('abort', () => {
    server.close();
    server.closeAllConnections();
  });
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const format = metricsFormatFor(request.headers.accept ?? null);
    const { status, text } = await metricsFor(request, format);
    const type = METRICS_TYPE[format];
    response
      .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', vary: 'Accept' })
      .end(text);
  } catch (error) {
    log.error({ error: describeError(error) }, 'metrics failed');
    response.writeHead(500).end();
  }
}

async function metricsFor(
  { method, url, headers }: IncomingMessage,
  format: MetricsFormat,
): Promise<{ status: number; text: string }> {
  if (method !== 'GET' || url !== PATH) return { status: 404, text: '' };
  const reader = metricsReaderFrom(new Headers({ authorization: headers.authorization ?? '' }));
  if (!reader.ok) return { status: 401, text: '' };
  const read = await readProcessMetrics(reader.value, { format });
  return read.ok ? { status: 200, text: read.value.text } : { status: 403, text: '' };
}
