import type { IncomingMessage, ServerResponse } from 'node:http';

/** Forms and actions of pages; Next refuses longer ones, too (next.config.ts), but only once all of it has arrived. */
export const PAGE_BODY_BYTES = 2 * 1024 * 1024;

/** What is still read when the answer is given: who sends on reads the answer only at its end. */
const LINGERING = { seconds: 15, bytes: 64 * 1024 * 1024 };

/** Routes have bounds of their own, which need the permission first. */
const isOfRoute = (url: string) => url === '/api' || url.startsWith('/api/');

/** Answers a page's request whose body is too long, as it says of itself or as it turns out; true when it did. */
export async function refuseTooLong(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (isOfRoute(request.url ?? '')) return false;
  const said = request.headers['content-length'];
  const isTooLong =
    said === undefined && 'transfer-encoding' in request.headers
      ? await turnsOutTooLong(request)
      : Number(said ?? 0) > PAGE_BODY_BYTES;
  if (!isTooLong || request.destroyed) return isTooLong;
  response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end('This is too large. Nothing was changed.');
  return true;
}

/** Holds back a body of unknown length until all of it is there or it is too long; what is not stays to be read. */
function turnsOutTooLong(request: IncomingMessage): Promise<boolean> {
  const push = request.push.bind(request);
  const held: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    // A connection that closes before its body is complete gets no answer.
    request.once('close', () => resolve(true));
    // Node's parser hands over a body by this, and stops reading where the answer is false.
    request.push = (chunk: Buffer | null) => {
      if (chunk !== null) {
        bytes += chunk.length;
        if (bytes > PAGE_BODY_BYTES) resolve(true);
        else held.push(chunk);
        return true;
      }
      request.push = push;
      if (bytes <= PAGE_BODY_BYTES) for (const each of held) push(each);
      resolve(bytes > PAGE_BODY_BYTES);
      return push(null);
    };
  });
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
