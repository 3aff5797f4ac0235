import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { readOwnAccount } from '#lib/operators/read-own-account.ts';
import { CLIENT } from '#lib/testing/identity-provider.ts';
import { carrying, given } from '#lib/testing/operator-world.ts';
import { providerWorld } from '#lib/testing/provider-world.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { startProviderSignIn } from './start-provider-sign-in.ts';

const world = await providerWorld();
const { provider, visitor, somebody, setOut, comeBack, signInAs, operatorWith, auditedOf, later } = world;

const HOUR_MS = 3_600_000;

beforeEach(async () => {
  await world.settle();
  provider.behaves({});
});

const code = async (answered: ReturnType<typeof signInAs>) => {
  const result = await answered;
  return result.ok ? 'signed in' : result.code;
};

describe('a first sign-in with the identity provider', () => {
  test('makes the operator with the role of the claim, who needs no second step of ours', async () => {
    const thandi = somebody(['staff', 'dispatch']);
    const { cookies } = given(await signInAs(thandi));
    const actor = await enrolleeFrom(carrying(cookies));
    expect(actor).toMatchObject({ role: 'operator', name: 'Thandi', byProvider: true });
    expect(given(await readOwnAccount(actor, {}))).toMatchObject({ isAtProvider: true, hasApp: false });
    const { id } = await operatorWith(thandi.email);
    expect(await auditedOf(id)).toEqual([
      'operator.provision: as operator, by the identity provider',
      'operator.sign_in: by the identity provider',
    ]);
  });

  test('asks with PKCE, a nonce and a state of its own, and for no new password', async () => {
    await signInAs(somebody());
    await signInAs(somebody());
    const [one, other] = provider.asked.slice(-2).map((query) => Object.fromEntries(query));
    expect(one).toMatchObject({
      ...{ response_type: 'code', client_id: CLIENT.id, scope: 'openid email profile' },
      ...{ code_challenge_method: 'S256', redirect_uri: 'https://vigil.test/api/oidc/callback' },
    });
    expect(one).not.toHaveProperty('prompt');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(one?.[name]).not.toBe(other?.[name]);
  });

  test.each([
    ['the strongest of several', { groups: ['wall', 'vigil-admins'] }, 'admin'],
    ['one that is no list', { groups: 'wall' }, 'viewer'],
  ])('takes %s', async (_what, claims, role) => {
    const thandi = { ...somebody(), ...claims };
    await signInAs(thandi);
    expect(await operatorWith(thandi.email)).toMatchObject({ role });
  });

  test('works with ES256 as with RS256', async () => {
    provider.behaves({ alg: 'ES256' });
    expect(await code(signInAs(somebody()))).toBe('signed in');
  });

  test('makes one account of two that come at once', async () => {
    const thandi = somebody();
    provider.isNow(thandi);
    const [one, other] = [await setOut(), await setOut()];
    const both = await Promise.all([comeBack(one.headers, one.back), comeBack(other.headers, other.back)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const { id } = await operatorWith(thandi.email);
    const { rowCount } = await pool().query('select from account where user_id = $1', [id]);
    expect(rowCount).toBe(1);
  });
});

describe('what is not trusted, and makes no account', () => {
  const past = () => Math.floor(Date.now() / 1_000) - 60;

  test.each<[string, () => Parameters<typeof provider.behaves>[0]]>([
    ['another key’s signature', () => ({ byAnotherKey: true })],
    ['no signature', () => ({ alg: 'none' })],
    ['a signature by a shared secret', () => ({ alg: 'HS256' })],
    ['another nonce', () => ({ claims: { nonce: 'of another sign-in' } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['another audience', () => ({ claims: { aud: 'another-client' } })],
    ['several audiences without ours as the party', () => ({ claims: { aud: [CLIENT.id, 'other'] } })],
    ['another party', () => ({ claims: { azp: 'another-client' } })],
    ['a token that has expired', () => ({ claims: { exp: past() } })],
    ['a token without an end', () => ({ claims: { exp: undefined } })],
    ['a token of later', () => ({ claims: { nbf: past() + 600 } })],
    ['no subject', () => ({ claims: { sub: undefined } })],
  ])('%s', async (_what, behaviour) => {
    const thandi = somebody();
    provider.behaves(behaviour());
    expect(await code(signInAs(thandi))).toBe('provider.failed');
    expect(await operatorWith(thandi.email)).toBeUndefined();
    expect((await world.refusals()).at(-1)).toBe('provider.failed');
  });

  test('a discovery document of another issuer, and addresses without https', async () => {
    for (const discovery of [
      { issuer: 'https://elsewhere.example' },
      { token_endpoint: 'http://elsewhere.example' },
    ]) {
      provider.behaves({ discovery });
      expect(await startProviderSignIn(visitor, {})).toMatchObject({ ok: false, code: 'provider.failed' });
    }
  });

  test('an answer that names another issuer, or none where the provider promises to', async () => {
    provider.isNow(somebody());
    for (const iss of ['https://elsewhere.example', null]) {
      const { headers, back } = await setOut();
      const url = new URL(back);
      if (iss === null) url.searchParams.delete('iss');
      else url.searchParams.set('iss', iss);
      expect(await code(comeBack(headers, url.href))).toBe('provider.failed');
    }
  });

  test('another browser’s answer, one that was used, and one of more than ten minutes ago', async () => {
    provider.isNow(somebody());
    const [mine, other] = [await setOut(), await setOut()];
    expect(await code(comeBack(mine.headers, other.back))).toBe('provider.expired');
    expect(await code(comeBack(new Headers(), mine.back))).toBe('provider.expired');
    expect(await code(comeBack(mine.headers, mine.back))).toBe('signed in');
    expect(await code(comeBack(mine.headers, mine.back))).toBe('provider.expired');
    later(10 * 60_000);
    expect(await code(comeBack(other.headers, other.back))).toBe('provider.expired');
  });

  test('a code of another sign-in, as nobody else knows its verifier', async () => {
    provider.isNow(somebody());
    const [mine, other] = [await setOut(), await setOut()];
    const url = new URL(mine.back);
    url.searchParams.set('code', new URL(other.back).searchParams.get('code') ?? '');
    expect(await code(comeBack(mine.headers, url.href))).toBe('provider.failed');
  });

  test('the provider’s own refusal is told as that', async () => {
    provider.behaves({ error: 'access_denied' });
    expect(await code(signInAs(somebody()))).toBe('provider.refused');
  });
});

describe('the role', () => {
  test('is what the claim says at each sign-in, also for sessions that are open', async () => {
    const thandi = somebody(['vigil-admins']);
    const first = carrying(given(await signInAs(thandi)).cookies);
    expect(await operatorFrom(first)).toMatchObject({ role: 'admin' });
    await signInAs({ ...thandi, groups: ['wall'] });
    expect(await operatorFrom(first)).toMatchObject({ role: 'viewer' });
    const { id } = await operatorWith(thandi.email);
    expect(await auditedOf(id)).toContain('operator.change_role: to viewer, by the identity provider');
  });

  test.each([
    ['no claim', { groups: undefined }],
    ['none that is known', { groups: ['staff'] }],
    ['an object', { groups: { dispatch: true } }],
  ])('is missing with %s: nobody gets in', async (_what, claims) => {
    const thandi = somebody();
    expect(await code(signInAs({ ...thandi, ...claims }))).toBe('provider.no_role');
    expect(await operatorWith(thandi.email)).toBeUndefined();
  });

  test('taken away ends what is open here', async () => {
    const thandi = somebody();
    const headers = carrying(given(await signInAs(thandi)).cookies);
    expect(await code(signInAs({ ...thandi, groups: [] }))).toBe('provider.no_role');
    expect(await world.roleOf(headers)).toBe('anonymous');
  });

  test('of a path, and of a name with dots', async () => {
    const path = { OIDC_ROLE_CLAIM: 'realm_access.roles' };
    testEnv(path);
    const nested = { ...somebody(), realm_access: { roles: ['wall'] } };
    await signInAs(nested);
    expect(await operatorWith(nested.email)).toMatchObject({ role: 'viewer' });
    testEnv({ OIDC_ROLE_CLAIM: 'https://vigil.test/roles' });
    const named = { ...somebody(), 'https://vigil.test/roles': ['vigil-admins'] };
    await signInAs(named);
    expect(await operatorWith(named.email)).toMatchObject({ role: 'admin' });
  });
});

describe('who is who', () => {
  test('is the provider’s subject: a new e-mail address there makes no new operator', async () => {
    const thandi = somebody();
    await signInAs(thandi);
    const { id } = await operatorWith(thandi.email);
    const { cookies } = given(await signInAs({ ...thandi, email: 'new@vigil.test', email_verified: false }));
    expect(await operatorFrom(carrying(cookies))).toMatchObject({ operatorId: id });
  });

  test('an e-mail address that is not verified makes and links nothing', async () => {
    const { email } = await world.newOperator();
    for (const claims of [{ email_verified: false }, { email_verified: undefined }, { email: undefined }]) {
      expect(await code(signInAs({ ...somebody(), email, ...claims }))).toBe('provider.email_unverified');
    }
  });

  test('a verified one links an operator once, ends what their password began, and their password with it', async () => {
    const { operatorId, email } = await world.newOperator('viewer');
    const before = await world.signIn(email);
    const { cookies } = given(await signInAs({ ...somebody(), email: email.toUpperCase() }));
    expect(await operatorFrom(carrying(cookies))).toMatchObject({ operatorId, role: 'operator' });
    expect(await world.roleOf(before)).toBe('anonymous');
    await expect(world.signIn(email)).rejects.toThrow('operator.sign_in_failed');
    expect(await auditedOf(operatorId)).toContain('operator.link_provider: ');
    // The address passed to another person.
    expect(await code(signInAs({ ...somebody(), email }))).toBe('provider.email_taken');
  });

  test('nobody becomes the account of a person, or of the emergency', async () => {
    const { email } = await world.newOperator('admin');
    testEnv({ BREAK_GLASS_EMAIL: email });
    expect(await code(signInAs({ ...somebody(), email }))).toBe('provider.email_taken');
    const person = await world.newOperator();
    await pool().query(`update "user" set role = 'person' where id = $1`, [person.operatorId]);
    expect(await code(signInAs({ ...somebody(), email: person.email }))).toBe('provider.email_taken');
  });

  test('an operator who was switched off here stays so', async () => {
    const thandi = somebody();
    await signInAs(thandi);
    const { id } = await operatorWith(thandi.email);
    await pool().query('update "user" set disabled_at = now() where id = $1', [id]);
    expect(await code(signInAs({ ...thandi, groups: ['vigil-admins'] }))).toBe('provider.switched_off');
    expect(await operatorWith(thandi.email)).toMatchObject({ role: 'operator' });
  });
});

describe('a session', () => {
  test('ends with its hours, and when the provider is set no more', async () => {
    const headers = carrying(given(await signInAs(somebody())).cookies);
    expect(await world.roleOf(headers)).toBe('operator');
    testEnv({ OIDC_ISSUER: 'https://other.example' });
    expect(await world.roleOf(headers)).toBe('anonymous');
    testEnv({ OIDC_ISSUER: provider.issuer });
    later(12 * HOUR_MS);
    expect(await world.roleOf(headers)).toBe('anonymous');
  });
});

describe('a provider that is down is told', () => {
  test('when it does not answer in time', async () => {
    provider.behaves({ fault: 'hang' });
    expect(await startProviderSignIn(visitor, {})).toMatchObject({ ok: false, code: 'provider.unreachable' });
  });

  test('when it fails, before and after the visit', async () => {
    provider.isNow(somebody());
    const { headers, back } = await setOut();
    provider.behaves({ fault: 503 });
    expect(await startProviderSignIn(visitor, {})).toMatchObject({ ok: false, code: 'provider.unreachable' });
    expect(await code(comeBack(headers, back))).toBe('provider.unreachable');
  });
});
