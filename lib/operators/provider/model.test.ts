import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operatorRoles } from '#lib/vocabulary.ts';
import { hasProvenSince, roleIn } from './model.ts';

const ROLES = { admin: ['vigil-admins'], operator: ['dispatch', 'control-room'], viewer: ['wall'] };
const GIVING = Object.values(ROLES).flat();
const MINUTE_MS = 60_000;

const given = (groups: unknown) => roleIn({ groups }, 'groups', ROLES);

/** Values that a provider may send and that give nothing, near misses among them. */
const worthless = fc.oneof(
  fc.string().filter((text) => !GIVING.includes(text)),
  fc.constantFrom(...GIVING).chain((value) => fc.constantFrom(`${value}s`, `no-${value}`, ` ${value}`)),
  fc.constantFrom(...GIVING).map((value) => value.toUpperCase()),
  fc.constantFrom(...GIVING).map((value) => [value]),
  fc.constantFrom(...GIVING).map((value) => ({ [value]: true })),
  fc.constantFrom(null, true, 0, undefined),
);

test('only a value that was set gives a role: not one that contains it, another case or another shape', () => {
  const single = worthless.filter((value) => !Array.isArray(value));
  fc.assert(
    fc.property(fc.oneof(fc.array(worthless), single), (values) => {
      expect(given(values)).toBeNull();
    }),
  );
});

test('the strongest role counts, in whatever order and among whatever else', () => {
  const some = fc.uniqueArray(fc.constantFrom(...operatorRoles), { minLength: 1 });
  fc.assert(
    fc.property(some, fc.array(worthless), fc.boolean(), (roles, others, isFirst) => {
      const values = roles.flatMap((role) => ROLES[role].slice(0, 1));
      const all = isFirst ? [...values, ...others] : [...others, ...values];
      expect(given(all)).toBe(operatorRoles.findLast((role) => roles.includes(role)));
    }),
  );
});

test('a claim is never found in what every object has', () => {
  for (const path of ['constructor', 'constructor.name', '__proto__', 'toString', 'groups.length'])
    expect(roleIn({ groups: 'wall' }, path, { ...ROLES, viewer: ['Object', 'wall', 'function'] })).toBeNull();
});

test('a proof counts from a minute before the start on, and never without its time', () => {
  const seconds = fc.integer({ min: 1_500_000_000, max: 2_500_000_000 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: -7_200, max: 7_200 }), (start, apart) => {
      const since = new Date(start * 1_000);
      expect(hasProvenSince(start + apart, since)).toBe(apart * 1_000 >= -MINUTE_MS);
      expect(hasProvenSince(undefined, since)).toBe(false);
    }),
  );
});
