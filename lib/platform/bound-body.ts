import type { IncomingMessage, ServerResponse } from 'node:http';

/** Forms and actions of pages; Next refuses longer ones, too (next.config.ts), but only once all of it has arrived. */
export const PAGE_BODY_BYTES = 2 * 1024 * 1024;

/** What is still read when the answer is given: who sends on reads the answer only at its end. */
const LINGERING = { seconds: 15, bytes: 64 * 1024 * 1024 };

/** Routes have bounds of their own, which need the permission first. */
const isOfRoute = (url: string) => url === '/api' || url.startsWith('/api/');

/** Answers a page's request that says of itself to be too long; true when it did. */
export function refuseTooLong(request: IncomingMessage, response: ServerResponse): boolean {
  const length = Number(request.headers['content-length'] ?? 0);
  if (isOfRoute(request.url ?? '') || !(length > PAGE_BODY_BYTES)) return false;
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end('This is too large. Nothing was changed.');
  return true;
}

/** Ends the line of a client that goes on sending long after its answer. */
export function boundWhatFollows(
  request: IncomingMessage,
  response: ServerResponse,
  { seconds, bytes } = LINGERING,
): void {
  response.once('finish', () => {
    if (request.complete) return;
    const { socket } = request;
    const read = socket.bytesRead;
    let left = seconds;
    const timer = setInterval(() => {
      left -= 1;
      const isOver = request.complete || socket.destroyed;
      if (!isOver && left > 0 && socket.bytesRead - read <= bytes) return;
      clearInterval(timer);
      if (!isOver) socket.destroy();
    }, 1_000).unref();
  });
}
