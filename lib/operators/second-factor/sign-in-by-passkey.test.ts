import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { anonymousActor, operatorActor } from '#lib/identity/actor.ts';
import { SECOND_STEPS_AN_ADDRESS } from '#lib/identity/model.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { switchOperator } from '#lib/operators/switch-operator.ts';
import { testDevice } from '#lib/testing/authenticator-device.ts';
import { ADDRESS, carrying, given, ORIGIN, operatorWorld } from '#lib/testing/operator-world.ts';
import { CHALLENGE_LIFETIME_MS } from './model.ts';
import { readOwnFactors } from './read-own-factors.ts';
import { readSecondStep } from './read-second-step.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { startPasskeySignIn } from './start-passkey-sign-in.ts';

const world = await operatorWorld();
const { newOperator, signIn, add, withPasskey, begin, answer, answerByCode, auditedOf, later } = world;

const admin = operatorActor('admin', 'admin-1', 'Ada', ADDRESS, new Date());

beforeEach(world.settle);

describe('signing in by a passkey', () => {
  test('gives no session for the password alone, and one for the device; it says when it was used', async () => {
    const { email, device, operatorId } = await withPasskey('admin');
    const headers = await signIn(email);
    expect((await enrolleeFrom(headers)).role).toBe('anonymous');
    const challenge = await challengeIn(headers);
    expect(await readSecondStep(anonymousActor(ADDRESS), { challenge })).toEqual({
      ok: true,
      value: { hasApp: false, hasPasskey: true },
    });
    const options = await begin(headers);
    expect(options).toMatchObject({ rpId: 'vigil.test', allowCredentials: [{ id: device.id }] });
    const signedIn = carrying(given(await answer(headers, device.answer(options))).cookies);
    const actor = await operatorFrom(signedIn);
    expect(actor).toMatchObject({ role: 'admin', operatorId });
    const factors = given(await readOwnFactors(actor, {}));
    expect(factors.passkeys).toMatchObject([{ label: 'Key', lastUsedAt: new Date().toISOString() }]);
    expect(await auditedOf(operatorId)).toContain('operator.sign_in: by passkey Key');
  });

  test('works with a device that counts nothing, again and again', async () => {
    const { email } = await newOperator();
    const device = testDevice(ORIGIN, { counts: false });
    await add(await signIn(email), device);
    for (const _time of [1, 2]) {
      const headers = await signIn(email);
      expect(await answer(headers, device.answer(await begin(headers)))).toMatchObject({ ok: true });
    }
  });

  describe('is refused', () => {
    test.each([
      ['at another origin', { origin: 'http://vigil.test' }, 'passkey.wrong_origin'],
      ['in a frame of another site', { isCrossOrigin: true }, 'passkey.wrong_origin'],
      ['for another site', { rpId: 'evil.example' }, 'passkey.refused'],
      ['when nobody was there', { isAbsent: true }, 'passkey.refused'],
      ['in answer to making one', { type: 'webauthn.create' }, 'passkey.refused'],
      ['for a challenge that we never gave', { challenge: 'AAAA' }, 'passkey.challenge_gone'],
      [
        'with another key',
        { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
        'passkey.refused',
      ],
    ])('%s', async (_what, lies, code) => {
      const { email, device, operatorId } = await withPasskey();
      const headers = await signIn(email);
      expect(await answer(headers, device.answer(await begin(headers), lies))).toEqual({ ok: false, code });
      expect(await auditedOf(operatorId)).toContain(`second_factor.refuse: ${code}`);
    });

    test('a second time, though it was true, and five minutes later', async () => {
      const { email, device } = await withPasskey();
      const [first, second] = [await signIn(email), await signIn(email)];
      const response = device.answer(await begin(first));
      expect(await answer(first, response)).toMatchObject({ ok: true });
      expect(await answer(first, response)).toEqual({ ok: false, code: 'second_factor.expired' });
      // The same answer in another sign-in of the same operator.
      expect(await answer(second, response)).toEqual({ ok: false, code: 'passkey.challenge_gone' });
      const options = await begin(second);
      later(CHALLENGE_LIFETIME_MS + 1_000);
      expect(await answer(second, device.answer(options))).toEqual({
        ok: false,
        code: 'passkey.challenge_gone',
      });
    });

    test('in another sign-in than it was issued for', async () => {
      const mine = await withPasskey();
      const other = await withPasskey();
      const options = await begin(await signIn(mine.email));
      for (const email of [mine.email, other.email]) {
        expect(await answer(await signIn(email), mine.device.answer(options))).toEqual({
          ok: false,
          code: 'passkey.challenge_gone',
        });
      }
    });

    test('a second time at the same moment', async () => {
      const { email, device, operatorId } = await withPasskey();
      const headers = await signIn(email);
      const response = device.answer(await begin(headers));
      const answers = await Promise.all(Array.from({ length: 5 }, () => answer(headers, response)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const { rows } = await pool().query('select count(*)::int as n from session where user_id = $1', [
        operatorId,
      ]);
      // One from making the passkey, one from here.
      expect(rows).toEqual([{ n: 2 }]);
    });

    test('with an unknown passkey, or another operator’s', async () => {
      const { email } = await withPasskey();
      const other = await withPasskey();
      const headers = await signIn(email);
      const stranger = testDevice(ORIGIN);
      expect(await answer(headers, stranger.answer(await begin(headers)))).toEqual({
        ok: false,
        code: 'passkey.unknown',
      });
      expect(await answer(headers, other.device.answer(await begin(headers)))).toEqual({
        ok: false,
        code: 'passkey.of_somebody_else',
      });
    });

    test('when the count goes back or stands still, which is audited; the next true one works', async () => {
      const { email, device, operatorId } = await withPasskey();
      const copied = { ok: false, code: 'passkey.copied' };
      let headers = await signIn(email);
      await answer(headers, device.answer(await begin(headers), { count: 7 }));
      for (const count of [7, 6, 0]) {
        headers = await signIn(email);
        expect(await answer(headers, device.answer(await begin(headers), { count }))).toEqual(copied);
      }
      expect(await auditedOf(operatorId)).toContain('second_factor.refuse: passkey.copied');
      expect(await answer(headers, device.answer(await begin(headers), { count: 8 }))).toMatchObject({
        ok: true,
      });
    });

    test('for an operator who was switched off between the two steps, by a code as well', async () => {
      const { email, device, operatorId, recoveryCodes } = await withPasskey();
      const [one, two] = [await signIn(email), await signIn(email)];
      const response = device.answer(await begin(one));
      await switchOperator(admin, { operatorId, to: 'off' });
      const expired = { ok: false, code: 'second_factor.expired' };
      expect(await answer(one, response)).toEqual(expired);
      expect(await answerByCode(two, recoveryCodes[0] ?? '')).toEqual(expired);
    });

    test('without a sign-in, and with a forged one', async () => {
      const { device } = await withPasskey();
      for (const challenge of ['', 'x', 'a; b=c', '2fa-abc.def']) {
        const refused = { ok: false, code: 'second_factor.expired' };
        const actor = anonymousActor(ADDRESS);
        expect(await readSecondStep(actor, { challenge })).toEqual(refused);
        expect(await startPasskeySignIn(actor, { challenge })).toEqual(refused);
        const response = device.answer({ challenge: 'AAAA', rpId: 'vigil.test' });
        expect(await signInByPasskey(actor, { challenge, response })).toEqual(refused);
      }
    });

    test('beyond sixty in a quarter of an hour from one place, an IPv6 network being one', async () => {
      const { email, device } = await withPasskey();
      const headers = await signIn(email);
      const challenge = await challengeIn(headers);
      const response = device.answer({ challenge: 'AAAA', rpId: 'vigil.test' });
      for (let count = 0; count < SECOND_STEPS_AN_ADDRESS; count += 1) {
        const actor = anonymousActor(`2001:db8::${count.toString(16)}`);
        await startPasskeySignIn(actor, { challenge });
        await signInByPasskey(actor, { challenge, response });
      }
      const actor = anonymousActor('2001:db8::ffff');
      const full = { ok: false, code: 'operator.too_many_attempts' };
      expect(await startPasskeySignIn(actor, { challenge })).toEqual(full);
      expect(await signInByPasskey(actor, { challenge, response })).toEqual(full);
    });
  });
});
