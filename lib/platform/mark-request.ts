import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Incoming = Pick<IncomingMessage, 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

/** Sets the request id and the client's address, replacing headers of those names that the client sent. */
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

/** The socket's address, or the one that our outermost proxy saw. */
function addressOf({ headers, socket }: Incoming, trustedProxyHops: number): string {
  const address = socket.remoteAddress ?? 'unknown';
  if (trustedProxyHops === 0) return address;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxyHops) ?? address;
}
