import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressBlock } from '#lib/platform/address-block.ts';

test('every address of a /64 is one place, and another /64 is another', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), (a, b) => {
      const prefix = (address: string) => new URL(`http://[${address}]`).hostname;
      fc.pre(!prefix(a).includes('.') && !a.includes('.') && !b.includes('.'));
      expect(addressBlock(prefix(a).slice(1, -1))).toBe(addressBlock(a));
    }),
  );
  expect(addressBlock('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
  expect(addressBlock('2001:DB8:1:2::')).toBe('2001:db8:1:2::/64');
  expect(addressBlock('2001:db8:1:3::1')).not.toBe(addressBlock('2001:db8:1:2::1'));
  expect(addressBlock('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(addressBlock('::1')).toBe('0:0:0:0::/64');
});

test('what the last 64 bits are makes no difference', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  const four = fc.array(group, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(four, four, four, (prefix, one, other) => {
      fc.pre(prefix.some((each) => each !== '0'));
      expect(addressBlock([...prefix, ...one].join(':'))).toBe(addressBlock([...prefix, ...other].join(':')));
    }),
  );
});

test('an IPv4 address is one place, however it is written', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(addressBlock(address)).toBe(address);
      expect(addressBlock(`::ffff:${address}`)).toBe(address);
    }),
  );
});

test('what is no address counts as itself', () => {
  for (const text of ['unknown', '', 'a:b', ':::']) expect(addressBlock(text)).toBe(text);
});
