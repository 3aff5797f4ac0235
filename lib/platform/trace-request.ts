import type { IncomingMessage, ServerResponse } from 'node:http';
import { asksForStream, methodOf } from '#lib/platform/observe-request.ts';
import type { RouteOf } from '#lib/platform/route-names.ts';
import { isTracing, noteScope, requestScope, spanClockMs, withScope } from '#lib/platform/trace.ts';

/** Asked for all the time by machines, or in dozens by each page: they would hide the rest. */
const UNTOLD = new Set(['assets', '/api/health/live', '/api/health/ready', '/api/metrics']);
const FAILED = 500;

/**
 * Answers within a span of the request. A `traceparent` of who asks is not looked at: it would let a stranger write into
 * the traces of others, or decide which are kept.
 */
export function traceRequest(
  request: IncomingMessage,
  response: ServerResponse,
  routeOf: RouteOf,
  answer: () => void,
): void {
  const route = isTracing() && !asksForStream(request) ? routeOf(request.url ?? '') : null;
  if (route === null || UNTOLD.has(route)) {
    answer();
    return;
  }
  const scope = requestScope();
  const startedMs = spanClockMs();
  response.once('close', () => {
    const method = methodOf(request);
    const status = response.headersSent ? response.statusCode : 0;
    noteScope(scope, {
      name: `${method} ${route}`,
      kind: 'server',
      startedMs,
      isFailed: status >= FAILED,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'vigil.request.id': String(request.headers['x-vigil-request'] ?? 'none'),
      },
    });
  });
  withScope(scope, answer);
}
