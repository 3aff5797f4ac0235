import 'server-only';
import { type LookupAddress, lookup } from 'node:dns';
import { type RequestOptions, request as requestPlain } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackUrl, isPublicAddress, isPublicUrl } from '#lib/platform/public-address.ts';

// Calls to servers whose addresses come from outside. `fetch` cannot be told where it must not connect to; here the address
// that the name is looked up to is the one that is connected to, so that a name cannot lead elsewhere in between.

export type PublicAnswer =
  | { kind: 'answered'; status: number; retryAfter: string | null }
  /** The address is ours, or none. */
  | { kind: 'refused' }
  | { kind: 'unanswered' };

export type PublicPost = {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** In total. */
  timeoutMs: number;
  /** Whether a server on this machine is allowed: only with the sandbox. */
  mayBeLoopback: boolean;
};

class OwnAddress extends Error {}

/** POSTs to a server of the public internet. Redirects are not followed, and no body is read. Never rejects. */
export function postToPublic(url: string, post: PublicPost): Promise<PublicAnswer> {
  const isLoopback = post.mayBeLoopback && isLoopbackUrl(url);
  if (!isLoopback && !isPublicUrl(url)) return Promise.resolve({ kind: 'refused' });
  return new Promise((resolve) => {
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...post.headers, 'content-length': String(post.body.byteLength) },
      signal: AbortSignal.timeout(post.timeoutMs),
      ...(isLoopback ? {} : { lookup: publicLookup }),
    };
    const send = new URL(url).protocol === 'http:' ? requestPlain : request;
    const sent = send(url, options, (response) => {
      const retryAfter = response.headers['retry-after'] ?? null;
      resolve({ kind: 'answered', status: response.statusCode ?? 0, retryAfter });
      response.destroy();
    });
    sent.on('error', (error) => {
      resolve({ kind: error instanceof OwnAddress ? 'refused' : 'unanswered' });
    });
    sent.end(post.body);
  });
}

/** One address of ours among several is enough to refuse a name. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error || !first) return callback(error ?? new Error('the name has no address'), '', 0);
    if (!found.every(({ address }) => isPublicAddress(address))) return callback(new OwnAddress(), '', 0);
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};
