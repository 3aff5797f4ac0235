import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Incoming = Pick<IncomingMessage, 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

export type TrustedProxies = {
  /** How many of ours add to X-Forwarded-For. */
  hops: number;
  /** Whose X-Forwarded-For counts; null: everybody's. */
  blocks: BlockList | null;
};

/** Addresses and blocks, as settings have them. */
export function trustedProxies(hops: number, texts: readonly string[] | undefined): TrustedProxies {
  if (!texts) return { hops, blocks: null };
  const blocks = new BlockList();
  for (const text of texts) {
    const [address = '', prefix] = text.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) blocks.addAddress(address, family);
    else blocks.addSubnet(address, Number(prefix), family);
  }
  return { hops, blocks };
}

/** Sets the request id and the client's address, replacing headers of those names that the client sent. */
export function markRequest(
  request: Incoming,
  response: Pick<ServerResponse, 'setHeader'>,
  trusted: TrustedProxies,
): void {
  const requestId = randomUUID();
  request.headers['x-vigil-request'] = requestId;
  request.headers['x-vigil-address'] = addressOf(request, trusted);
  response.setHeader('x-request-id', requestId);
}

/** The socket's address, or the one that our outermost proxy saw. */
function addressOf({ headers, socket }: Incoming, { hops, blocks }: TrustedProxies): string {
  const address = socket.remoteAddress ?? 'unknown';
  if (blocks ? !isIn(blocks, address) : hops === 0) return address;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (hops > 0) return forwarded.at(-hops) ?? address;
  // By addresses alone: the last one that is none of ours.
  return forwarded.findLast((each) => !(blocks && isIn(blocks, each))) ?? forwarded[0] ?? address;
}

function isIn(blocks: BlockList, address: string): boolean {
  // Where both families arrive at one socket, IPv4 is written so.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  return family !== 0 && blocks.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}
