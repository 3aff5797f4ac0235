import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { boundWhatFollows, refuseTooLong } from '#lib/platform/bound-body.ts';
import { beginDraining, isDraining } from '#lib/platform/draining.ts';
import { setEdgeHeaders } from '#lib/platform/edge-headers.ts';
import { edgeNotes, listenHost } from '#lib/platform/edge-settings.ts';
import { environmentSchema, withoutEmpty } from '#lib/platform/env-schema.ts';
import { exitOnUncaught } from '#lib/platform/exit-on-uncaught.ts';
import { log, sendConsoleToLog } from '#lib/platform/log.ts';
import { markRequest, trustedProxies } from '#lib/platform/mark-request.ts';
import { asksForStream, observeRequest } from '#lib/platform/observe-request.ts';
import { runShutdownWork } from '#lib/platform/on-shutdown.ts';
import { routesIn } from '#lib/platform/route-names.ts';
import { sendTraces } from '#lib/platform/send-traces.ts';
import { serverActionsKey } from '#lib/platform/server-actions-key.ts';
import { traceRequest } from '#lib/platform/trace-request.ts';
import { sendWarningsToLog } from '#lib/platform/warnings-to-log.ts';

// Next behind our own HTTP server, for what Next cannot know or reach: the address a request really came
// from (a header that a client sent must never count), an id by which one request is found everywhere, headers of every
// answer, and an end to bodies that are too long.

const SHUTDOWN_MS = 1_800;
// Who drains has time: longer than a press may ask AURA, so that none is cut off.
const DRAINED_SHUTDOWN_MS = 8_000;
// Longer than browsers and proxies keep an idle connection: closing one just as a press comes in would lose it.
const KEEP_ALIVE_MS = 75_000;

exitOnUncaught();

const isDev = process.argv[2] === 'dev';
const settings = environmentSchema.parse(withoutEmpty(process.env));
log.level = settings.LOG_LEVEL;
if (!isDev) {
  // Before Next says anything.
  sendConsoleToLog();
  sendWarningsToLog();
}
const [newestKey] = settings.SECRET_KEY ?? [];
// Next prefers it to the key of the build, which is no secret.
if (newestKey) process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = serverActionsKey(newestKey);

const trusted = trustedProxies(settings.TRUSTED_PROXY_HOPS, settings.TRUSTED_PROXIES);
void sendTraces({
  endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
  service: 'vigil-app',
  build: settings.NEXT_DEPLOYMENT_ID,
});
const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
const app = next({ dev: isDev, dir: import.meta.dirname, httpServer: server, port: settings.PORT });
await app.prepare();
const answer = app.getRequestHandler();
// Only a build has it.
const manifest = join(import.meta.dirname, '.next', 'routes-manifest.json');
const routeOf = routesIn(!isDev && existsSync(manifest) ? readFileSync(manifest, 'utf8') : null);

server.on('request', (request, response) => {
  markRequest(request, response, trusted);
  setEdgeHeaders(response, settings.APP_URL);
  observeRequest(request, response, routeOf);
  boundWhatFollows(request, response);
  // A proxy that kept this connection would send the next press into its end.
  if (isDraining()) response.setHeader('connection', 'close');
  traceRequest(request, response, routeOf, () => {
    void refuseTooLong(request, response).then((isRefused) => {
      if (isRefused) return;
      if (asksForStream(request)) keepStream(response);
      return answer(request, response);
    });
  });
});
server.on('error', (error) => {
  process.stderr.write(`vigil: the app cannot listen on port ${settings.PORT}: ${error.message}\n`);
  process.exit(1);
});
server.listen(settings.PORT, listenHost(settings), () => {
  const { listening, warnings } = edgeNotes(settings);
  log.info(listening);
  for (const warning of warnings) log.warn(warning);
});

const streams = new Set<ServerResponse>();

function keepStream(response: ServerResponse): void {
  streams.add(response);
  response.on('close', () => streams.delete(response));
}

// Readiness goes down first, then the listener: until a proxy has seen that, it goes on sending.
function stop(): void {
  // A terminal signals twice: by the group, and by who started us.
  if (isDraining()) return;
  beginDraining();
  const drainMs = settings.DRAIN_SECONDS * 1_000;
  if (drainMs === 0) {
    close(SHUTDOWN_MS);
    return;
  }
  log.info({ seconds: settings.DRAIN_SECONDS }, 'not ready any more, and stopping when drained');
  setTimeout(() => close(DRAINED_SHUTDOWN_MS), drainMs);
}

// A press that is cut off here is committed already, and the worker delivers it.
function close(withinMs: number): void {
  // Now, in case that a connection lingers to the last, and once more when the last answer was given.
  void runShutdownWork();
  server.close(() => void runShutdownWork().finally(() => process.exit(0)));
  server.closeIdleConnections();
  // A stream never ends by itself, and has nothing to lose: its page asks again elsewhere.
  for (const stream of streams) stream.destroy();
  setTimeout(() => process.exit(0), withinMs).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
