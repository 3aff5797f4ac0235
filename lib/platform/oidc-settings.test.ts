import { expect, test } from 'vitest';
import { problemsWith } from '#lib/platform/env-schema.ts';

const OIDC = {
  OIDC_ISSUER: 'https://login.example/realms/one/',
  OIDC_CLIENT_ID: 'vigil',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ROLE_CLAIM: 'groups',
  OIDC_ROLES: 'admin: vigil-admins; operator: dispatch, control-room',
};
const rolesMessage =
  'OIDC_ROLES: must be such as "admin: vigil-admins; operator: dispatch, control-room; viewer: wall", each role and each value once';

test.each<[string, Record<string, string>, string[]]>([
  ['whole', {}, []],
  ['on this machine', { OIDC_ISSUER: 'http://localhost:8080/realms/one' }, []],
  [
    'without https',
    { OIDC_ISSUER: 'http://login.example' },
    ['OIDC_ISSUER: must be https unless the host is loopback'],
  ],
  ['no address', { OIDC_ISSUER: 'login.example' }, ['OIDC_ISSUER: must be an http(s) URL']],
  [
    'with a query',
    { OIDC_ISSUER: 'https://login.example?a=b' },
    ['OIDC_ISSUER: must have no query and no fragment'],
  ],
  ['without its secret', { OIDC_CLIENT_SECRET: '' }, ['OIDC_CLIENT_SECRET: must be set with OIDC_ISSUER']],
  ['without its issuer', { OIDC_ISSUER: '' }, ['OIDC_ISSUER: must be set with OIDC_CLIENT_ID']],
  ['an unknown role', { OIDC_ROLES: 'owner: all' }, [rolesMessage]],
  ['one value for two roles', { OIDC_ROLES: 'admin: all; viewer: all' }, [rolesMessage]],
  ['an empty value', { OIDC_ROLES: 'admin: ' }, [rolesMessage]],
  ['a role twice', { OIDC_ROLES: 'admin: one; admin: two' }, [rolesMessage]],
  [
    'scopes without openid',
    { OIDC_SCOPES: 'email' },
    ['OIDC_SCOPES: must name openid, with blanks between the scopes'],
  ],
])('an identity provider is set as a whole: %s', (_what, changed, problems) => {
  expect(problemsWith({ ...OIDC, ...changed })).toEqual(problems);
});

test('local sign-in is switched off only where there is another way', () => {
  const off = { OPERATOR_LOCAL_SIGN_IN: 'off', BREAK_GLASS_EMAIL: 'ada@vigil.example' };
  expect(problemsWith({ ...OIDC, ...off })).toEqual([]);
  expect(problemsWith(off)).toEqual([
    'OPERATOR_LOCAL_SIGN_IN: must not be off without OIDC_ISSUER: nobody could sign in',
    'OIDC_ISSUER: must be set with BREAK_GLASS_EMAIL',
  ]);
});
