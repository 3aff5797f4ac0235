import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { POST } from '#app/api/webhooks/aura/route.ts';
import { pool } from '#lib/db/database.ts';
import { LISTED_AN_HOUR } from '#lib/identity/audit.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraSenderFrom } from '#lib/webhooks/aura-sender.ts';

const TOKEN = 'a-webhook-token-of-the-route-test';
await testWorld({ AURA_WEBHOOK_TOKEN: TOKEN });

afterEach(async () => {
  await pool().query('truncate webhook_event');
});

type Sent = {
  authorization?: string | null;
  type?: string | null;
  coding?: string;
  body: string | Uint8Array<ArrayBuffer>;
};

function deliver({ authorization = `Bearer ${TOKEN}`, type = 'application/json', coding, body }: Sent) {
  const headers = new Headers();
  if (authorization) headers.set('authorization', authorization);
  if (type) headers.set('content-type', type);
  if (coding) headers.set('content-encoding', coding);
  // As bytes, which name no type by themselves.
  const request = new Request('http://localhost/api/webhooks/aura', {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  });
  return POST(request, { params: Promise.resolve({}) });
}

async function heads() {
  const { rows } = await pool().query(
    'select message, about_id::int as about from webhook_event order by id',
  );
  return rows;
}

async function stored(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>('select count(*)::int as count from webhook_event');
  return rows[0]?.count ?? -1;
}

const EVENT = JSON.stringify({ message: 'NEW_CALLOUT', callout: { id: 1 } });

test.each([[EVENT], ['{}'], ['null'], ['[1,2]']])('%s is stored and answered with 202', async (body) => {
  const response = await deliver({ body });
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ accepted: true });
  expect(await stored()).toBe(1);
});

const EVENT_AT_A_CAFE = JSON.stringify({ message: 'NEW_CALLOUT', callout: { id: 1, at: 'Café' } });
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const packed = (bytes: Buffer) => new Uint8Array(bytes);

test.each<[string, Sent]>([
  ['without a type', { type: null, body: EVENT }],
  ['as text', { type: 'text/plain; charset=utf-8', body: EVENT }],
  ['as JSON of a vendor', { type: 'application/vnd.aura+json', body: EVENT }],
  ['in Latin-1', { type: 'application/json; charset=ISO-8859-1', body: latin1(EVENT_AT_A_CAFE) }],
  ['in Windows’ charset', { type: 'text/plain;charset="windows-1252"', body: latin1(EVENT_AT_A_CAFE) }],
  ['in UTF-16', { type: 'application/json; charset=utf-16', body: utf16(EVENT) }],
  ['with a byte order mark', { body: `\uFEFF${EVENT}` }],
  ['as gzip', { coding: 'gzip', body: packed(gzipSync(EVENT)) }],
  ['as x-gzip', { coding: 'X-GZIP', body: packed(gzipSync(EVENT)) }],
  ['as gzip that is not named', { body: packed(gzipSync(EVENT)) }],
  ['as deflate', { coding: 'deflate', body: packed(deflateSync(EVENT)) }],
  ['as deflate without its frame', { coding: 'deflate', body: packed(deflateRawSync(EVENT)) }],
  ['as brotli', { coding: 'br', body: packed(brotliCompressSync(EVENT)) }],
  ['as zstd', { coding: 'zstd', body: packed(zstdCompressSync(EVENT)) }],
  ['in two codings', { coding: 'gzip, br', body: packed(brotliCompressSync(gzipSync(EVENT))) }],
  ['as it is', { coding: 'identity', body: EVENT }],
])('a delivery %s is read', async (_how, sent) => {
  expect((await deliver(sent)).status).toBe(202);
  expect(await heads()).toEqual([{ message: 'NEW_CALLOUT', about: 1 }]);
});

test.each<[string, Sent]>([
  ['a form', { type: 'application/x-www-form-urlencoded', body: 'a=b' }],
  ['JSON that was cut', { body: '{"message":' }],
  ['gzip that was cut', { coding: 'gzip', body: packed(gzipSync(EVENT)).slice(0, 20) }],
  ['an unknown coding', { coding: 'rot13', body: EVENT }],
  ['an unknown charset', { type: 'application/json; charset=klingon', body: EVENT }],
  ['bytes', { body: new Uint8Array([0, 255, 254, 128]) }],
])('%s is kept, because AURA delivers at most once', async (_what, sent) => {
  expect((await deliver(sent)).status).toBe(202);
  expect(await heads()).toEqual([{ message: null, about: null }]);
});

test('what is small on the line and large in the hand is refused before it is held', async () => {
  const bomb = packed(gzipSync('x'.repeat(50_000_000)));
  expect(bomb.byteLength).toBeLessThan(256 * 1024);
  expect((await deliver({ coding: 'gzip', body: bomb })).status).toBe(413);
  expect(await stored()).toBe(0);
});

test.each([
  ['no header', { authorization: null, body: EVENT }, 401, 'webhook.unauthorised'],
  [
    'another token',
    { authorization: 'Bearer another-token-altogether', body: EVENT },
    401,
    'webhook.unauthorised',
  ],
  ['the bare token', { authorization: TOKEN, body: EVENT }, 401, 'webhook.unauthorised'],
  ['nothing', { body: '' }, 400, 'input.invalid'],
  ['5 MB', { body: JSON.stringify({ message: 'x'.repeat(5_000_000) }) }, 413, 'request.too_large'],
] as const)('%s is refused with a code, and nothing is stored', async (_what, sent, status, code) => {
  const response = await deliver(sent);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
  expect(await stored()).toBe(0);
});

test('deliveries without the token are in the audit, to a bound', async () => {
  const lines = async () => {
    const { rows } = await pool().query("select detail from audit_entry where action = 'webhook.refuse'");
    return rows;
  };
  await pool().query('delete from refusal_tally');
  const before = (await lines()).length;
  for (let sent = 0; sent < 30; sent += 1) await deliver({ authorization: 'Bearer guessed', body: EVENT });
  await deliver({ body: EVENT });
  expect((await lines()).slice(before)).toEqual(Array(LISTED_AN_HOUR).fill({ detail: 'an event of AURA’s' }));
});

test('a body of exactly 256 KiB is taken', async () => {
  const frame = '{"message":""}';
  const body = frame.replace('""', `"${'x'.repeat(256 * 1024 - frame.length)}"`);
  expect((await deliver({ body })).status).toBe(202);
  expect((await deliver({ body: ` ${body}` })).status).toBe(413);
});

test('with no token set, every delivery is refused', async () => {
  testEnv({ AURA_WEBHOOK_TOKEN: undefined });
  for (const authorization of ['Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`]) {
    expect(auraSenderFrom(new Headers({ authorization }))).toEqual({
      ok: false,
      code: 'webhook.unauthorised',
    });
  }
});
