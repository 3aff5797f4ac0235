import { BlockList, isIP } from 'node:net';

// Which addresses are of the public internet. Whoever gives us an address to call must not make us call our own network:
// loopback, private and link-local ranges, the metadata of a cloud, and what is set aside for other ends.

const OWN_IPV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of 2000::/3, which is all that is public: ranges that stand for an IPv4 address, and those set aside. */
const OWN_IPV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const own = new BlockList();
for (const [net, prefix] of OWN_IPV4) own.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of OWN_IPV6) own.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Whether this is an address of the public internet. Text that is no address is none. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !own.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !own.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Names that never leave a machine or a site. */
const OWN_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * Whether a URL may name a server of the public internet: https, no user name, and a host that is neither an address of ours
 * nor a name of ours. What a public-looking name leads to is known only when it is asked for.
 */
export function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host)) return isPublicAddress(host);
  return host.includes('.') && !OWN_NAMES.test(host);
}

/** A server on this machine, by http or https: what a sandbox may use. */
export function isLoopbackUrl(text: string): boolean {
  return URL.canParse(text) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname);
}
