import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { publicLookup } from './outgoing-public.ts';
import { isPublicAddress, isPublicUrl } from './public-address.ts';

// Whoever may give us an address to call must not make us call our own network.

describe.each([
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.0.0.8',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00:ec2::254',
  'fc00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '2001:db8::1',
])('%s', (address) => {
  test('is not public, as an address or in a URL', () => {
    expect(isPublicAddress(address)).toBe(false);
    const host = address.includes(':') ? `[${address}]` : address;
    expect(isPublicUrl(`https://${host}/push/1`)).toBe(false);
  });
});

test.each(['8.8.8.8', '172.32.0.1', '192.167.255.255', '100.128.0.1', '2a00:1450:4001:82b::200a'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  'http://updates.push.services.mozilla.com/wpush/v2/1',
  'https://user:pass@updates.push.services.mozilla.com/1',
  'https://localhost/1',
  'https://push.localhost/1',
  'https://LOCALHOST./1',
  'https://database/1',
  'https://metadata.google.internal/1',
  'https://printer.local/1',
  // Other ways to write 127.0.0.1 and 169.254.169.254.
  'https://2130706433/1',
  'https://0x7f.1/1',
  'https://127.1/1',
  'https://0251.0376.0251.0376/1',
  'https://[::ffff:7f00:1]/1',
  'file:///etc/passwd',
  'nonsense',
])('%s is no push service', (url) => {
  expect(isPublicUrl(url)).toBe(false);
});

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
])('%s may be one', (url) => {
  expect(isPublicUrl(url)).toBe(true);
});

test('no text is public by accident', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isPublicAddress(` ${text}`)).toBe(false);
    }),
  );
});

/** What the name of a push service leads to. */
const found = vi.hoisted(() => ({ addresses: [] as { address: string; family: number }[] }));
vi.mock('node:dns', () => ({
  lookup: (_name: string, _options: object, callback: (error: null, all: typeof found.addresses) => void) =>
    callback(null, found.addresses),
}));

describe('a public name', () => {
  const ask = (addresses: string[]) => {
    found.addresses = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return new Promise((resolve) => {
      publicLookup('push.example.com', { all: true }, (error, all) => resolve(error ? 'refused' : all));
    });
  };

  test('is connected to where it leads', async () => {
    expect(await ask(['8.8.8.8'])).toEqual([{ address: '8.8.8.8', family: 4 }]);
  });

  test.each([[['127.0.0.1']], [['8.8.8.8', '10.0.0.1']], [['::ffff:169.254.169.254']], [[]]])(
    'is refused where it leads to %j',
    async (addresses) => {
      expect(await ask(addresses)).toBe('refused');
    },
  );
});
