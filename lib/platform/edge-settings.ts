import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { z } from 'zod';
import { commaList } from '#lib/platform/env-fields.ts';

// Where the app listens, and whose word on a client's address counts.

const block = z.string().refine((text) => {
  const [address = '', prefix, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (rest.length > 0 || most < 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most);
}, 'must be addresses or blocks such as 10.0.0.7 or 10.0.0.0/8, comma-separated');

export const edgeSettings = {
  HOST: z
    .string()
    // Some shells export it as the name of the machine, and mean nothing by it.
    .transform((text) => (text === hostname() ? undefined : text))
    .refine(
      (text) => text === undefined || isIP(text) !== 0 || text === 'localhost',
      'must be an address of this machine',
    )
    .optional()
    .describe(
      'Address on which the app listens; 0.0.0.0 or :: for all. Unset: 127.0.0.1 where a proxy is trusted, else all',
    ),
  DRAIN_SECONDS: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .max(120)
    .default(0)
    .describe(
      'How long the app still serves requests after SIGTERM, with readiness failing, until its proxy has turned to another',
    ),
  TRUSTED_PROXY_HOPS: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('Proxies of yours in front that add to X-Forwarded-For; 0 trusts the socket alone'),
  TRUSTED_PROXIES: commaList(block)
    .optional()
    .describe(
      'Addresses or blocks of your proxies, comma-separated: X-Forwarded-For counts from them alone. Unset: from whoever connects, by TRUSTED_PROXY_HOPS',
    ),
};

export type EdgeSettings = {
  HOST?: string | undefined;
  TRUSTED_PROXY_HOPS: number;
  TRUSTED_PROXIES?: string[] | undefined;
};

const ALL = new Set(['0.0.0.0', '::']);
const LOOPBACK = '127.0.0.1';

const trustsProxy = ({ TRUSTED_PROXY_HOPS, TRUSTED_PROXIES }: EdgeSettings) =>
  TRUSTED_PROXY_HOPS > 0 || TRUSTED_PROXIES !== undefined;

/** The address to listen on; undefined for all. */
export function listenHost(settings: EdgeSettings): string | undefined {
  return settings.HOST ?? (trustsProxy(settings) ? LOOPBACK : undefined);
}

/** Where this machine itself reaches what listens there. */
export function localOrigin(settings: EdgeSettings, port: number): string {
  const host = listenHost(settings);
  const reached = host === undefined || ALL.has(host) ? LOOPBACK : host;
  return `http://${isIP(reached) === 6 ? `[${reached}]` : reached}:${port}`;
}

/** What is said at start, and warned of. */
export function edgeNotes(settings: EdgeSettings & { APP_URL?: string | undefined; PORT: number }): {
  listening: string;
  warnings: string[];
} {
  const host = listenHost(settings);
  const isAll = host === undefined || ALL.has(host);
  const why = settings.HOST ? 'HOST' : trustsProxy(settings) ? 'a proxy is trusted' : 'no proxy is trusted';
  const isBehindUntrusted = settings.APP_URL?.startsWith('https:') === true && !trustsProxy(settings);
  return {
    listening: `the app listens on ${isAll ? 'all addresses' : host}, port ${settings.PORT} (${why})`,
    warnings: isBehindUntrusted
      ? [
          'APP_URL is https, but no proxy is trusted: every visitor counts as the address of what stands in front, and they use up each other’s limits. Set TRUSTED_PROXIES or TRUSTED_PROXY_HOPS.',
        ]
      : [],
  };
}

/** Tracking pages are framed and opened as AURA's; ours must never be taken for one. */
export function hasOwnHost(trackingHosts: readonly string[], appUrl: string): boolean {
  // A bad address has a line of its own.
  if (!URL.canParse(appUrl)) return false;
  const { host, hostname, protocol, port } = new URL(appUrl);
  const withPort = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  return trackingHosts.some((pattern) => {
    if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1));
    return pattern === host || pattern === withPort;
  });
}
