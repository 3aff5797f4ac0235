import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { listAttention } from '#lib/console/attention/list-attention.ts';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor, operatorActor, personActor } from '#lib/identity/actor.ts';
import { LISTED_AN_HOUR } from '#lib/identity/audit.ts';
import { ADDRESS_HEADER } from '#lib/identity/auth.ts';
import { CODES_PER_ADDRESS_AN_HOUR, CODES_PER_NUMBER_AN_HOUR, HOUR_MS } from '#lib/identity/model.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { markRequest, trustedProxies } from '#lib/platform/mark-request.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
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

const MINUTE_MS = 60_000;
const pass = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

test('26 requests with as many made-up addresses send three codes to one number', async () => {
  const mobile = newMobile();
  const requests = Array.from({ length: 26 }, (_, at) => codeTo(mobile, `192.0.2.${at}`));
  expect(await outcomes(requests)).toEqual({ sent: 3, 'code.too_soon': 23 });
  expect(await world.messagesTo(mobile)).toBe(3);
});

test('three codes come at once, further ones a minute, ten, an hour and a day after the first', async () => {
  const mobile = newMobile();
  const ask = async () => {
    const answer = await codeTo(mobile, '192.0.2.1');
    return answer.ok ? 'sent' : answer.code;
  };
  let minute = 0;
  const at = async (later: number) => {
    pass((later - minute) * MINUTE_MS);
    minute = later;
    return ask();
  };
  for (let sent = 0; sent < 3; sent += 1) expect(await ask()).toBe('sent');
  expect(await ask()).toBe('code.too_soon');
  expect(await at(1)).toBe('sent');
  expect(await at(9)).toBe('code.too_soon');
  expect(await at(10)).toBe('sent');
  expect(await at(59)).toBe('code.limit_number');
  for (const later of [60, 120, 180, 240, 300]) expect(await at(later)).toBe('sent');
  expect(await at(24 * 60 - 1)).toBe('code.limit_day');
  expect(await at(24 * 60)).toBe('sent');
});

test('who uses their code waits for the next no longer than at first', async () => {
  const mobile = newMobile();
  await outcomes(Array.from({ length: 3 }, () => codeTo(mobile, '192.0.2.1')));
  expect(await codeTo(mobile, '192.0.2.1')).toEqual({ ok: false, code: 'code.too_soon' });
  pass(MINUTE_MS);
  const last = await codeTo(mobile, '192.0.2.1');
  if (!last.ok) throw new Error(last.code);
  await redeemCode(last.value.codeId, await world.codeFor(mobile));
  expect(await codeTo(mobile, '192.0.2.1')).toMatchObject({ ok: true });
});

test('a new code ends the old one, in whatever order they were asked for', async () => {
  const mobile = newMobile();
  const first = await codeTo(mobile, '192.0.2.1');
  const firstCode = await world.codeFor(mobile);
  pass(1_000);
  const second = await codeTo(mobile, '192.0.2.1');
  if (!first.ok || !second.ok) throw new Error('not sent');
  expect(await redeemCode(first.value.codeId, firstCode)).toEqual({ ok: false, code: 'code.expired' });
  const typed = await world.codeFor(mobile);
  expect(await redeemCode(second.value.codeId, typed)).toMatchObject({ ok: true });

  const other = newMobile();
  await outcomes(Array.from({ length: 3 }, () => codeTo(other, '192.0.2.1')));
  const { rows } = await pool().query(
    'select count(*)::int as live from one_time_code where mobile_hash = $1 and expires_at > $2',
    [mobileColumns(other).mobileHash, new Date()],
  );
  expect(rows).toEqual([{ live: 1 }]);
});

test('a code that the gateway did not take leaves the one before', async () => {
  const mobile = newMobile();
  const first = await codeTo(mobile, '192.0.2.1');
  if (!first.ok) throw new Error(first.code);
  const typed = await world.codeFor(mobile);
  testEnv({ SMS_WEBHOOK_TOKEN: 'another' });
  expect(await codeTo(mobile, '192.0.2.1')).toEqual({ ok: false, code: 'code.not_sent' });
  testEnv({ SMS_WEBHOOK_TOKEN: world.sandbox.smsWebhookToken });
  expect(await redeemCode(first.value.codeId, typed)).toMatchObject({ ok: true });
});

test('once the codes of the hour are used up nobody gets one, the board says so once, and the next hour has new ones', async () => {
  testEnv({ SMS_CODES_PER_HOUR: '2' });
  const ada = operatorActor('viewer', 'ada', 'Ada');
  const saidOnBoard = async () => {
    const board = await listAttention(ada, {});
    return board.ok && board.value.codesUsedUpAt;
  };
  expect(await saidOnBoard()).toBeNull();
  const requests = Array.from({ length: 6 }, (_, at) => codeTo(newMobile(), `198.51.100.${at}`));
  expect(await outcomes(requests)).toEqual({ sent: 2, 'server.unavailable': 4 });
  expect(await saidOnBoard()).toEqual(expect.any(String));
  const { rows } = await pool().query("select detail from audit_entry where action = 'code.budget_used'");
  expect(rows).toEqual([{ detail: '2 in an hour' }]);
  pass(HOUR_MS);
  expect(await saidOnBoard()).toBeNull();
  expect(await codeTo(newMobile(), '198.51.100.1')).toMatchObject({ ok: true });
  testEnv({ SMS_CODES_PER_HOUR: undefined });
});

test('a number of another country gets no code, and the field says why', async () => {
  const abroad = '+44 7400 123456';
  const refusal = {
    ok: false,
    code: 'input.invalid',
    fields: { mobile: 'We do not send codes to numbers of this country' },
  };
  expect(await codeTo(abroad, '192.0.2.1')).toEqual(refusal);
  const details = { name: 'A', surname: 'B', mobile: abroad, subscriptionTypeId: '4' };
  expect(await startRegistration(anonymousActor('192.0.2.1'), details)).toEqual(refusal);
  expect(await world.messagesTo('+447400123456')).toBe(0);
  testEnv({ SMS_COUNTRIES: 'za, uk' });
  expect(await codeTo(abroad, '192.0.2.1')).toMatchObject({ ok: true });
  testEnv({ SMS_COUNTRIES: undefined });
});

test('who cannot get codes because a stranger asked for them presses all the same', async () => {
  const person = await registerTestPerson();
  await outcomes(Array.from({ length: 26 }, (_, at) => codeTo(person.mobile, `192.0.2.${at}`)));
  expect(await codeTo(person.mobile, '203.0.113.1')).toMatchObject({ ok: false });
  const device = personActor(person.personId, '203.0.113.1', person.customerId);
  const press = { pressId: randomUUID(), pressedAt: new Date().toISOString(), kind: 'test' };
  const location = { latitude: -26.1, longitude: 28.05, accuracy: 10, source: 'live' };
  expect(await raisePress(device, { ...press, location })).toMatchObject({
    value: { receipt: { state: 'delivered' } },
  });
});

test('refused codes are in the audit, within its bounds', async () => {
  await pool().query('delete from refusal_tally');
  const { rows: before } = await pool().query('select max(id) as id from audit_entry');
  const mobile = newMobile();
  await outcomes(Array.from({ length: 40 }, () => codeTo(mobile, '192.0.2.200')));
  const { rows } = await pool().query(
    "select detail from audit_entry where action = 'code.refuse' and id > $1",
    [before[0].id ?? 0],
  );
  expect(rows).toHaveLength(LISTED_AN_HOUR);
  expect(rows[0]).toEqual({ detail: 'code.too_soon' });
});

test('fifty requests at once from one address send twenty codes', async () => {
  const requests = Array.from({ length: 50 }, () => codeTo(newMobile(), '198.51.100.1'));
  expect(await outcomes(requests)).toEqual({ sent: CODES_PER_ADDRESS_AN_HOUR, 'code.limit_address': 30 });
});

test('26 made-up X-Forwarded-For from one place are that place: twenty codes, for as many numbers', async () => {
  const seenFrom = (forwarded: string) => {
    const headers: IncomingHttpHeaders = { 'x-forwarded-for': forwarded, [ADDRESS_HEADER]: forwarded };
    const request = { headers, socket: { remoteAddress: '198.51.100.2' } };
    // safe: only `setHeader` is called, and what it gives back is not used
    markRequest(request, { setHeader: () => undefined } as never, trustedProxies(0, undefined));
    return String(headers[ADDRESS_HEADER]);
  };
  const requests = Array.from({ length: 26 }, (_, at) => codeTo(newMobile(), seenFrom(`203.0.113.${at}`)));
  expect(await outcomes(requests)).toEqual({ sent: CODES_PER_ADDRESS_AN_HOUR, 'code.limit_address': 6 });
});

test('registering and signing in count together, however the number is spelled', async () => {
  const mobile = newMobile();
  const local = `0${mobile.slice(3)}`;
  for (let sent = 0; sent < 3; sent += 1) {
    expect(await codeTo(sent % 2 === 0 ? mobile : local, '192.0.2.1')).toMatchObject({ ok: true });
  }
  const details = { name: 'A', surname: 'B', mobile: local, subscriptionTypeId: '4' };
  expect(await startRegistration(anonymousActor('192.0.2.9'), details)).toEqual({
    ok: false,
    code: 'code.too_soon',
  });
});

test('what was refused counts against nothing: another number goes out from the same address', async () => {
  const full = newMobile();
  await outcomes(Array.from({ length: 30 }, () => codeTo(full, '192.0.2.7')));
  expect(await codeTo(newMobile(), '192.0.2.7')).toMatchObject({ ok: true });
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
  expect(rows).toHaveLength(4);
  for (const { key } of rows) expect(key).not.toMatch(new RegExp(`${mobile.slice(3)}|203\\.0\\.113`));
});
