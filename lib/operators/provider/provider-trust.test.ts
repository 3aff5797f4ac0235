import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { OPERATOR_ATTEMPTS_MS, SECOND_STEPS_AN_ADDRESS } from '#lib/identity/model.ts';
import { providerWorld } from '#lib/testing/provider-world.ts';
import { startProviderSignIn } from './start-provider-sign-in.ts';

// Which provider is worked with, and how often a browser is led to it.

const world = await providerWorld();
const { provider, visitor, somebody, signInAs, later } = world;

const FAILED = { ok: false, code: 'provider.failed' };

beforeEach(async () => {
  await world.settle();
  provider.behaves({});
});

async function accounts(): Promise<number> {
  const { rows } = await pool().query(`select count(*)::int as count from "user"`);
  return rows[0].count;
}

describe('a provider', () => {
  test('that takes the client only in the form gets it there', async () => {
    const discovery = { token_endpoint_auth_methods_supported: ['client_secret_post'] };
    provider.behaves({ clientBy: 'post', discovery });
    expect(await signInAs(somebody())).toMatchObject({ ok: true });
  });

  test('that takes both gets the client in the header', async () => {
    const discovery = {
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    };
    provider.behaves({ discovery });
    expect(await signInAs(somebody())).toMatchObject({ ok: true });
  });

  test('that says one way and takes another ends in a refusal', async () => {
    const before = await accounts();
    provider.behaves({ clientBy: 'post' });
    expect(await signInAs(somebody())).toEqual(FAILED);
    expect(await accounts()).toBe(before);
  });

  test('whose keys do not say what they are for is worked with', async () => {
    provider.behaves({ keyUse: undefined });
    expect(await signInAs(somebody())).toMatchObject({ ok: true });
  });

  test.each(['enc', 'SIG', ''])('whose key is for "%s" has signed nothing', async (keyUse) => {
    const before = await accounts();
    provider.behaves({ keyUse });
    expect(await signInAs(somebody())).toEqual(FAILED);
    expect(await accounts()).toBe(before);
  });

  test.each([
    ['an address without TLS that is not this machine', 'http://sso.example/token'],
    ['no address', 'token'],
    ['an address of another kind', 'javascript:alert(1)'],
  ])('that names %s for its tokens is not worked with', async (_what, token_endpoint) => {
    provider.behaves({ discovery: { token_endpoint } });
    expect(await startProviderSignIn(visitor, {})).toEqual(FAILED);
  });

  test.each([404, 500])('that answers %i is away', async (fault) => {
    provider.behaves({ fault });
    expect(await startProviderSignIn(visitor, {})).toEqual({ ok: false, code: 'provider.unreachable' });
    expect((await world.refusals()).at(-1)).toBe('provider.unreachable');
  });
});

describe('the way to the provider', () => {
  const start = (address: string) => startProviderSignIn(anonymousActor(address), {});

  test('is closed for a while to an address that takes it too often, and to no other', async () => {
    for (let time = 0; time < SECOND_STEPS_AN_ADDRESS; time += 1) {
      expect(await start('192.0.2.80')).toMatchObject({ ok: true });
    }
    const asked = provider.asked.length;
    expect(await start('192.0.2.80')).toEqual({ ok: false, code: 'operator.too_many_attempts' });
    expect((await world.refusals()).at(-1)).toBe('operator.too_many_attempts');
    expect(provider.asked).toHaveLength(asked);
    expect(await start('192.0.2.81')).toMatchObject({ ok: true });
    later(OPERATOR_ATTEMPTS_MS + 1_000);
    expect(await start('192.0.2.80')).toMatchObject({ ok: true });
  });

  test('counts a /64 as one address', async () => {
    for (let time = 0; time < SECOND_STEPS_AN_ADDRESS; time += 1) {
      expect(await start(`2001:db8:1:2::${time + 1}`)).toMatchObject({ ok: true });
    }
    expect(await start('2001:db8:1:2:ffff::1')).toMatchObject({ ok: false });
    expect(await start('2001:db8:1:3::1')).toMatchObject({ ok: true });
  });
});
