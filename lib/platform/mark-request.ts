import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Incoming = Pick<IncomingMessage, 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

/**
 * Gives a request what Next cannot know: an id by which it is found everywhere, also on its answer, and the
 * address that it really came from. Whatever a client sent under these names is replaced.
 */
export function markRequest(
  request: Incoming,
  response: Pick<ServerResponse, 'setHeader'>,
  trustedProxyHops: number,
): void {
  const requestId = randomUUID();
  request.headers['x-vigil-request'] = requestId;
  request.headers['x-vigil-address'] = addressOf(request, trustedProxyHops);
  response.setHeader('x-request-id', requestId);
}

/** The socket's address, or the one that the outermost of our own proxies saw. */
function addressOf({ headers, socket }: Incoming, trustedProxyHops: number): string {
  const address = socket.remoteAddress ?? 'unknown';
  if (trustedProxyHops === 0) return address;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxyHops) ?? address;
}
