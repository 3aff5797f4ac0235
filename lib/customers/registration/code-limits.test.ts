import { beforeEach, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { CODES_PER_ADDRESS_AN_HOUR, CODES_PER_NUMBER_AN_HOUR, HOUR_MS } from '#lib/identity/model.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

const world = await testWorld();

beforeEach(async () => {
  vi.useRealTimers();
  await pool().query('delete from limit_event');
});

let serial = 0;
function newMobile(): string {
  serial += 1;
  return `+2783${String(serial).padStart(7, '0')}`;
}

const codeTo = (mobile: string, address: string) => startSignIn(anonymousActor(address), { mobile });

async function outcomes(requests: readonly ReturnType<typeof codeTo>[]): Promise<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (const answer of await Promise.all(requests)) {
    const outcome = answer.ok ? 'sent' : answer.code;
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  }
  return tally;
}

test('fifty requests at once send five codes to one number', async () => {
  const mobile = newMobile();
  const requests = Array.from({ length: 50 }, (_, at) => codeTo(mobile, `192.0.2.${at}`));
  expect(await outcomes(requests)).toEqual({ sent: CODES_PER_NUMBER_AN_HOUR, 'code.limit_number': 45 });
  expect(await world.messagesTo(mobile)).toBe(CODES_PER_NUMBER_AN_HOUR);
});

test('fifty requests at once from one address send twenty codes', async () => {
  const requests = Array.from({ length: 50 }, () => codeTo(newMobile(), '198.51.100.1'));
  expect(await outcomes(requests)).toEqual({ sent: CODES_PER_ADDRESS_AN_HOUR, 'code.limit_address': 30 });
});

test('registering and signing in count together, however the number is spelled', async () => {
  const mobile = newMobile();
  const local = `0${mobile.slice(3)}`;
  for (let sent = 0; sent < CODES_PER_NUMBER_AN_HOUR; sent += 1) {
    expect(await codeTo(sent % 2 === 0 ? mobile : local, '192.0.2.1')).toMatchObject({ ok: true });
  }
  const details = { name: 'A', surname: 'B', mobile: local, subscriptionTypeId: '4' };
  expect(await startRegistration(anonymousActor('192.0.2.9'), details)).toEqual({
    ok: false,
    code: 'code.limit_number',
  });
});

test('what was refused counts against nothing: another number goes out from the same address', async () => {
  const full = newMobile();
  await outcomes(Array.from({ length: 30 }, () => codeTo(full, '192.0.2.7')));
  expect(await codeTo(newMobile(), '192.0.2.7')).toMatchObject({ ok: true });
});

test('an hour later there are codes again', async () => {
  const mobile = newMobile();
  await outcomes(Array.from({ length: 6 }, () => codeTo(mobile, '192.0.2.1')));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR_MS - 60_000 });
  expect(await codeTo(mobile, '192.0.2.1')).toEqual({ ok: false, code: 'code.limit_number' });
  vi.setSystemTime(Date.now() + 120_000);
  expect(await codeTo(mobile, '192.0.2.1')).toMatchObject({ ok: true });
});

test('bad details send nothing and count nothing', async () => {
  const mobile = newMobile();
  const bad = { name: '😀', surname: 'B', mobile, subscriptionTypeId: '4' };
  for (let attempt = 0; attempt <= CODES_PER_NUMBER_AN_HOUR; attempt += 1) {
    expect(await startRegistration(anonymousActor('192.0.2.1'), bad)).toMatchObject({
      code: 'input.invalid',
    });
  }
  expect(await world.messagesTo(mobile)).toBe(0);
  expect(await codeTo(mobile, '192.0.2.1')).toMatchObject({ ok: true });
});

test('limits hold no number and no address in plain text', async () => {
  const mobile = newMobile();
  await codeTo(mobile, '203.0.113.77');
  const { rows } = await pool().query<{ key: string }>('select key from limit_event');
  expect(rows).toHaveLength(2);
  for (const { key } of rows) expect(key).not.toMatch(new RegExp(`${mobile.slice(3)}|203\\.0\\.113`));
});
