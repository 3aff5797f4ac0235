import type { IncomingMessage, ServerResponse } from 'node:http';
import { monotonicMs } from '#lib/platform/clock.ts';
import { log } from '#lib/platform/log.ts';
import { counter, histogram } from '#lib/platform/metrics.ts';
import type { RouteOf } from '#lib/platform/route-names.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const UNAVAILABLE = 503;
const FAILED = 500;

const requests = counter({
  name: 'vigil_http_requests_total',
  help: 'Answers of this process, by route, method and status; status 0: the client went away before.',
  labelNames: ['route', 'method', 'status'],
});
const durations = histogram({
  name: 'vigil_http_request_duration_seconds',
  help: 'Time from a request to the end of its answer, by route; without event streams.',
  labelNames: ['route'],
  buckets: SECONDS,
});

/** Counts a request, and logs one line of it when its answer has ended. Never its query: that may carry anything. */
export function observeRequest(request: IncomingMessage, response: ServerResponse, routeOf: RouteOf): void {
  const startedAt = monotonicMs();
  response.once('close', () => {
    const ms = Math.round(monotonicMs() - startedAt);
    const route = routeOf(request.url ?? '');
    const method = methodOf(request);
    const status = response.headersSent ? response.statusCode : 0;
    requests.inc({ route, method, status });
    if (!asksForStream(request)) durations.observe({ route }, ms / 1_000);
    const requestId = request.headers['x-vigil-request'];
    log[levelOf(status)]({ requestId, method, route, status, ms }, 'request');
  });
}

/** A refusal is an answer; what is away says so by itself. */
function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status === UNAVAILABLE) return 'warn';
  return status >= FAILED ? 'error' : 'info';
}

/** Of a closed set: anybody can make one up. */
export function methodOf({ method = '' }: IncomingMessage): string {
  return METHODS.has(method) ? method : 'other';
}

export function asksForStream({ headers }: IncomingMessage): boolean {
  return headers.accept === 'text/event-stream';
}
