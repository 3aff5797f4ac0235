import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import next from 'next';
import { environmentSchema, withoutEmpty } from '#lib/platform/env-schema.ts';

// Next behind our own HTTP server, for two things that Next cannot know: the address a request really came
// from (a header that a client sent must never count), and an id by which one request is found everywhere.

const SHUTDOWN_MS = 1_800;
// Longer than browsers and proxies keep an idle connection: closing one just as a press comes in would lose it.
const KEEP_ALIVE_MS = 75_000;

const isDev = process.argv[2] === 'dev';
const settings = environmentSchema.parse(withoutEmpty(process.env));

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
const app = next({ dev: isDev, dir: import.meta.dirname, httpServer: server, port: settings.PORT });
await app.prepare();
const answer = app.getRequestHandler();

server.on('request', (request, response) => {
  const requestId = randomUUID();
  request.headers['x-vigil-request'] = requestId;
  request.headers['x-vigil-address'] = addressOf(request);
  response.setHeader('x-request-id', requestId);
  void answer(request, response);
});
server.on('error', (error) => {
  process.stderr.write(`vigil: the app cannot listen on port ${settings.PORT}: ${error.message}\n`);
  process.exit(1);
});
server.listen(settings.PORT);

/** The socket's address, or the one that the outermost of our own proxies saw. */
function addressOf(request: IncomingMessage): string {
  const socket = request.socket.remoteAddress ?? 'unknown';
  if (settings.TRUSTED_PROXY_HOPS === 0) return socket;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-settings.TRUSTED_PROXY_HOPS) ?? socket;
}

// A press that is cut off here is committed already, and the worker delivers it.
function stop(): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
