/** The unit of rate limits by address: an IPv4 address or an IPv6 /64. Other text counts as itself. */
export function addressBlock(address: string): string {
  const plain = address.trim().toLowerCase().split('%')[0] ?? '';
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]`)) return plain;
  // The URL parser normalizes every spelling of an IPv6 address.
  const groups = groupsOf(new URL(`http://[${plain}]`).hostname.slice(1, -1));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return asIpv4(groups);
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

function groupsOf(shortest: string): number[] {
  const [head = '', tail = ''] = shortest.split('::');
  const [front, back] = [parsed(head), parsed(tail)];
  return [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back];
}

function parsed(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
}

function asIpv4(groups: readonly number[]): string {
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}
