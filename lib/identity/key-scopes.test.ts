import { expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { apiScopes } from '#lib/vocabulary.ts';
import { keyActor, type Role } from './actor.ts';
import { type Permission, permissions, scopedPermissions } from './permissions.ts';
import { verb } from './verb.ts';

// What a key may do. Nothing listens where the settings point to: only refusals are looked at.

const all: readonly Permission[] = Object.keys(permissions).filter(
  (name): name is Permission => name in permissions,
);
const ofKeys = all.filter((permission) => permissions[permission].some((role: Role) => role === 'key'));

test('a key has permissions that only read, each with a scope, and no others', () => {
  expect(ofKeys.toSorted()).toEqual(Object.keys(scopedPermissions).toSorted());
  for (const permission of ofKeys) expect(permission).toMatch(/\.(read|list)$/);
});

test.each(all)('%s is refused to a key without its scope', async (permission) => {
  const scopes = apiScopes.filter((scope) => scope !== scopedPermissions[permission]);
  const gated = verb(permission, z.object({}), async () => ok('given'));
  expect(await gated(keyActor('key-1', scopes, '192.0.2.1'), {})).toEqual({
    ok: false,
    code: 'permission.denied',
  });
});
