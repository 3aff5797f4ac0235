import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { type Actor, anonymousActor, type OperatorRole } from '#lib/identity/actor.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import type { SessionCookie } from '#lib/identity/session.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { completeOperatorSignIn } from '#lib/operators/complete-operator-sign-in.ts';
import { addPasskey } from '#lib/operators/second-factor/add-passkey.ts';
import { signInByPasskey } from '#lib/operators/second-factor/sign-in-by-passkey.ts';
import { startPasskey } from '#lib/operators/second-factor/start-passkey.ts';
import { startPasskeySignIn } from '#lib/operators/second-factor/start-passkey-sign-in.ts';
import { type TestDevice, testDevice } from './authenticator-device.ts';
import { rememberScrypt } from './remember-scrypt.ts';
import { appDatabase } from './test-database.ts';
import { testEnv } from './test-env.ts';

export const PASSWORD = 'a password for tests only';
export const ADDRESS = '192.0.2.1';
export const ORIGIN = 'https://vigil.test';

/** Unwraps a successful result; throws on a refusal. */
export function given<Value>(result: { ok: true; value: Value } | { ok: false; code: string }): Value {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

export function carrying(cookies: readonly SessionCookie[]): Headers {
  const live = new Map(cookies.map(({ name, value }) => [name, value]));
  const cookie = [...live].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ cookie, 'x-vigil-address': ADDRESS });
}

/** Operators with their own database at a WebAuthn-capable URL; admins need a second factor. */
export async function operatorWorld() {
  rememberScrypt();
  await appDatabase();
  testEnv({ ADMIN_SECOND_FACTOR: 'required', APP_URL: ORIGIN });

  const passwordHash = await (await operatorAuth().$context).password.hash(PASSWORD);

  async function newOperator(role: OperatorRole = 'operator') {
    const operatorId = randomUUID();
    const email = `${operatorId}@vigil.test`;
    await insertOperator({ id: operatorId, name: 'Olga', email, role }, passwordHash, new Date());
    return { operatorId, email };
  }

  /** Password only: a session, or a pending second step. */
  async function signIn(email: string): Promise<Headers> {
    const signedIn = await signInOperator(anonymousActor(ADDRESS), { email, password: PASSWORD });
    return carrying(given(signedIn).cookies);
  }

  async function ask(actor: Actor, headers: Headers) {
    return given(await startPasskey(actor, { headers, password: PASSWORD, label: 'Key' })).options;
  }

  async function add(headers: Headers, device: TestDevice, label = 'Key') {
    const actor = await enrolleeFrom(headers);
    return addPasskey(actor, { headers, label, response: device.create(await ask(actor, headers)) });
  }

  return {
    newOperator,
    signIn,
    ask,
    add,
    /** An operator whose only factor is a passkey. */
    async withPasskey(role: OperatorRole = 'operator') {
      const { operatorId, email } = await newOperator(role);
      const device = testDevice(ORIGIN);
      const { cookies, recoveryCodes } = given(await add(await signIn(email), device));
      return { operatorId, email, device, recoveryCodes, headers: carrying(cookies) };
    },
    /** WebAuthn options of a pending sign-in. */
    async begin(headers: Headers) {
      const challenge = await challengeIn(headers);
      return given(await startPasskeySignIn(anonymousActor(ADDRESS), { challenge })).options;
    },
    async answer(headers: Headers, response: string) {
      return signInByPasskey(anonymousActor(ADDRESS), { challenge: await challengeIn(headers), response });
    },
    async answerByCode(headers: Headers, code: string) {
      return completeOperatorSignIn(anonymousActor(ADDRESS), { challenge: await challengeIn(headers), code });
    },
    roleOf: async (headers: Headers) => (await operatorFrom(headers)).role,
    async auditedOf(operatorId: string): Promise<string[]> {
      const { rows } = await pool().query(
        `select action || ': ' || coalesce(detail, '') as line from audit_entry where subject = $1 order by id`,
        [operatorId],
      );
      return rows.map(({ line }) => line);
    },
    /** For `beforeEach`: clears rate limits and freezes the clock. */
    async settle() {
      vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 30_000) * 30_000 });
      await pool().query('delete from limit_event');
      await pool().query('delete from refusal_tally');
    },
    later: (ms: number) => vi.setSystemTime(Date.now() + ms),
  };
}
