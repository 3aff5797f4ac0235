import { beforeEach, expect, test } from 'vitest';
import { STEP_UP_MS } from '#lib/identity/model.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { readStepUp } from '#lib/operators/second-factor/read-step-up.ts';
import { stepUp } from '#lib/operators/second-factor/step-up.ts';
import { carrying, given } from '#lib/testing/operator-world.ts';
import { providerWorld } from '#lib/testing/provider-world.ts';
import { startProviderStepUp } from './start-provider-step-up.ts';

const world = await providerWorld();
const { provider, somebody, signInAs, comeBack, operatorWith, auditedOf, later } = world;

beforeEach(async () => {
  await world.settle();
  provider.behaves({});
});

const seconds = () => Math.floor(Date.now() / 1_000);

async function signedIn(account: object): Promise<Headers> {
  return carrying(given(await signInAs(account)).cookies);
}

const isProven = async (headers: Headers) =>
  given(await readStepUp(await operatorFrom(headers), {})).isProven;

/** Goes to the provider, which is asked to ask again, and comes back with what this browser has. */
async function goToProvider(session: Headers) {
  const started = await startProviderStepUp(await operatorFrom(session), {
    headers: session,
    to: '/admin/audit',
  });
  const { location, cookies } = given(started);
  const both = `${session.get('cookie')}; ${carrying(cookies).get('cookie')}`;
  const headers = new Headers({ cookie: both, 'x-vigil-address': session.get('x-vigil-address') ?? '' });
  return { headers, back: provider.visit(location) };
}

async function confirm(session: Headers) {
  const { headers, back } = await goToProvider(session);
  return comeBack(headers, back);
}

test('a sign-in counts as a proof only when the provider asked who they are just then', async () => {
  const account = somebody();
  expect(await isProven(await signedIn({ ...account, auth_time: seconds() }))).toBe(true);
  // It remembered them since this morning, or does not say.
  expect(await isProven(await signedIn({ ...account, auth_time: seconds() - 3_600 }))).toBe(false);
  expect(await isProven(await signedIn(account))).toBe(false);
});

test('the provider asks again, by prompt and by age, and the session is proven for ten minutes', async () => {
  const account = somebody();
  const headers = await signedIn(account);
  expect(await confirm(headers)).toMatchObject({
    ok: true,
    value: { cookies: [], stepUpTo: '/admin/audit' },
  });
  expect(Object.fromEntries(provider.asked.at(-1) ?? [])).toMatchObject({ prompt: 'login', max_age: '0' });
  expect(await isProven(headers)).toBe(true);
  const { id } = await operatorWith(account.email);
  expect((await auditedOf(id)).at(-1)).toBe('operator.step_up: by the identity provider');
  later(STEP_UP_MS);
  expect(await isProven(headers)).toBe(false);
});

test.each([
  ['does not say when', undefined],
  ['last asked before', () => seconds() - 90],
])('is refused where the provider %s', async (_what, authTime) => {
  const account = somebody();
  const headers = await signedIn(account);
  provider.behaves({ claims: { auth_time: authTime?.() } });
  expect(await confirm(headers)).toMatchObject({ ok: false, code: 'provider.not_fresh' });
  expect(await isProven(headers)).toBe(false);
});

test('is refused with another account there, which becomes no operator by it', async () => {
  const headers = await signedIn(somebody());
  const known = somebody();
  await signInAs(known);
  const stranger = somebody(['vigil-admins']);
  for (const account of [known, stranger]) {
    provider.isNow(account);
    expect(await confirm(headers)).toMatchObject({ ok: false, code: 'provider.other_account' });
  }
  expect(await operatorWith(stranger.email)).toBeUndefined();
  expect(await isProven(headers)).toBe(false);
});

test('counts for the session only in which it was begun', async () => {
  const account = somebody();
  const [one, other] = [await signedIn(account), await signedIn(account)];
  const { headers, back } = await goToProvider(one);
  const pending = headers.get('cookie')?.split('; ').at(-1);
  const mixed = new Headers({ cookie: `${other.get('cookie')}; ${pending}` });
  expect(await comeBack(mixed, back)).toMatchObject({ ok: false, code: 'session.required' });
  expect(await isProven(one)).toBe(false);
  expect(await isProven(other)).toBe(false);
});

test('takes nothing of ours in its place, and is not for who signed in here', async () => {
  const headers = await signedIn(somebody());
  const actor = await operatorFrom(headers);
  expect(await stepUp(actor, { headers, password: 'any' })).toMatchObject({ code: 'step_up.at_provider' });
  const { email } = await world.newOperator('viewer');
  const local = await world.signIn(email);
  const started = await startProviderStepUp(await operatorFrom(local), { headers: local });
  expect(started).toMatchObject({ code: 'provider.none' });
});
