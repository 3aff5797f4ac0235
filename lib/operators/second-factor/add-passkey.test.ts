import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { log } from '#lib/platform/log.ts';
import { testDevice } from '#lib/testing/authenticator-device.ts';
import { carrying, given, ORIGIN, operatorWorld, PASSWORD } from '#lib/testing/operator-world.ts';
import { addPasskey } from './add-passkey.ts';
import { CHALLENGE_LIFETIME_MS, MAX_PASSKEYS } from './model.ts';
import { startPasskey } from './start-passkey.ts';

const world = await operatorWorld();
const { newOperator, signIn, ask, add, withPasskey, answerByCode, roleOf, auditedOf, later } = world;

beforeEach(world.settle);

describe('making a passkey', () => {
  test('asks for the password', async () => {
    const headers = await signIn((await newOperator()).email);
    const actor = await enrolleeFrom(headers);
    expect(await startPasskey(actor, { headers, password: 'not it', label: 'Key' })).toEqual({
      ok: false,
      code: 'operator.password_wrong',
    });
  });

  test('lets an admin without a factor in, with recovery codes, and ends password-only sessions', async () => {
    const { email, operatorId } = await newOperator('admin');
    const thief = await signIn(email);
    const headers = await signIn(email);
    expect([await roleOf(headers), (await enrolleeFrom(headers)).role]).toEqual(['anonymous', 'enrolling']);
    const added = given(await add(headers, testDevice(ORIGIN), 'Laptop'));
    expect(new Set(added.recoveryCodes).size).toBe(10);
    expect(await roleOf(carrying(added.cookies))).toBe('admin');
    for (const earlier of [thief, headers]) expect((await enrolleeFrom(earlier)).role).toBe('anonymous');
    expect(await auditedOf(operatorId)).toContain('passkey.add: Laptop');
  });

  test('stores recovery codes encrypted', async () => {
    const { recoveryCodes, operatorId } = await withPasskey();
    const { rows } = await pool().query('select * from two_factor where user_id = $1', [operatorId]);
    for (const code of recoveryCodes) expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('beside another factor changes neither session nor recovery codes', async () => {
    const { headers, email, recoveryCodes } = await withPasskey();
    expect(await add(headers, testDevice(ORIGIN))).toEqual({
      ok: true,
      value: { recoveryCodes: [], cookies: [] },
    });
    expect(await roleOf(headers)).toBe('operator');
    expect(await answerByCode(await signIn(email), recoveryCodes[0] ?? '')).toMatchObject({ ok: true });
  });

  test('is refused for a device that has one, whosever it is', async () => {
    const { headers, device } = await withPasskey();
    expect(await add(headers, device)).toEqual({ ok: false, code: 'passkey.known' });
    const other = await signIn((await newOperator()).email);
    expect(await add(other, device)).toEqual({ ok: false, code: 'passkey.known' });
  });

  test('is limited to ten, also for two concurrent ones', async () => {
    const { headers } = await withPasskey();
    for (let count = 1; count < MAX_PASSKEYS - 1; count += 1) {
      await pool().query('delete from limit_event');
      expect(await add(headers, testDevice(ORIGIN))).toMatchObject({ ok: true });
    }
    await pool().query('delete from limit_event');
    const actor = await operatorFrom(headers);
    const asked = [await ask(actor, headers), await ask(actor, headers)];
    const answers = await Promise.all(
      asked.map((options) => {
        const response = testDevice(ORIGIN).create(options);
        return addPasskey(actor, { headers, label: 'Key', response });
      }),
    );
    const tooMany = { ok: false, code: 'passkey.too_many' };
    expect(answers.filter(({ ok }) => !ok)).toEqual([tooMany]);
    expect(await startPasskey(actor, { headers, password: PASSWORD, label: 'Key' })).toEqual(tooMany);
  });

  describe('is refused', () => {
    async function asked() {
      const { email } = await newOperator();
      const headers = await signIn(email);
      const actor = await enrolleeFrom(headers);
      const options = await ask(actor, headers);
      const send = (response: string) => addPasskey(actor, { headers, label: 'Key', response });
      return { email, options, send, device: testDevice(ORIGIN) };
    }

    test.each([
      ['at another origin', { origin: 'https://vigil.test.evil.example' }, 'passkey.wrong_origin'],
      ['in a frame of another site', { isCrossOrigin: true }, 'passkey.wrong_origin'],
      ['for another site', { rpId: 'evil.example' }, 'passkey.refused'],
      ['when nobody was there', { isAbsent: true }, 'passkey.refused'],
      ['in answer to a sign-in', { type: 'webauthn.get' }, 'passkey.refused'],
      ['for a challenge that we never gave', { challenge: 'AAAA' }, 'passkey.challenge_gone'],
    ])('%s', async (_what, lies, code) => {
      const { options, send, device } = await asked();
      expect(await send(device.create(options, lies))).toEqual({ ok: false, code });
    });

    test('with unrequested certificates, which are not parsed', async () => {
      const { options, send, device } = await asked();
      const warned = vi.spyOn(log, 'warn');
      const statement = new Map<string, Buffer>([['x5c', Buffer.from('certificate')]]);
      expect(await send(device.create(options, { statement }))).toEqual({
        ok: false,
        code: 'passkey.refused',
      });
      // The library would say why it refused.
      expect(warned).not.toHaveBeenCalled();
    });

    test('a second time, and five minutes later', async () => {
      const { options, send, device } = await asked();
      expect(await send(device.create(options, { isAbsent: true }))).toMatchObject({
        code: 'passkey.refused',
      });
      const gone = { ok: false, code: 'passkey.challenge_gone' };
      expect(await send(device.create(options))).toEqual(gone);
      const slow = await asked();
      later(CHALLENGE_LIFETIME_MS + 1_000);
      expect(await slow.send(slow.device.create(slow.options))).toEqual(gone);
    });

    test('in another session, of anybody', async () => {
      const { email, options, device } = await asked();
      const other = await newOperator();
      for (const headers of [await signIn(other.email), await signIn(email)]) {
        const actor = await enrolleeFrom(headers);
        expect(await addPasskey(actor, { headers, label: 'Key', response: device.create(options) })).toEqual({
          ok: false,
          code: 'passkey.challenge_gone',
        });
      }
    });

    test.each(['', '{', '[]', 'null', '{"id":7}', 'x'.repeat(30_000)])(
      'as rubbish: %.10s',
      async (response) => {
        const { send } = await asked();
        expect(await send(response)).toMatchObject({ ok: false, code: 'input.invalid' });
      },
    );
  });
});
