import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { testWorld } from '#lib/testing/test-world.ts';

const TOKEN = 'a-webhook-token-of-the-route-test';
const world = await testWorld({ AURA_WEBHOOK_TOKEN: TOKEN });
const { POST } = await import('#app/api/webhooks/aura/route.ts');
const { pool } = await import('#lib/db/database.ts');

afterAll(async () => {
  await pool().end();
  await world.close();
});

afterEach(async () => {
  await pool().query('truncate webhook_event');
});

type Sent = { authorization?: string | null; type?: string | null; body: string };

function deliver({ authorization = `Bearer ${TOKEN}`, type = 'application/json', body }: Sent) {
  const headers = new Headers();
  if (authorization) headers.set('authorization', authorization);
  if (type) headers.set('content-type', type);
  // As bytes, which name no type by themselves.
  const request = new Request('http://localhost/api/webhooks/aura', {
    method: 'POST',
    headers,
    body: new TextEncoder().encode(body),
  });
  return POST(request, {});
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

test('a delivery that names no type is read all the same', async () => {
  expect((await deliver({ type: null, body: EVENT })).status).toBe(202);
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
  ['a form', { type: 'application/x-www-form-urlencoded', body: 'a=b' }, 415, 'request.unsupported_type'],
  ['text', { type: 'text/plain', body: EVENT }, 415, 'request.unsupported_type'],
  ['no JSON', { body: '{"message":' }, 400, 'input.invalid'],
  ['nothing', { body: '' }, 400, 'input.invalid'],
  ['5 MB', { body: JSON.stringify({ message: 'x'.repeat(5_000_000) }) }, 413, 'request.too_large'],
] as const)('%s is refused with a code, and nothing is stored', async (_what, sent, status, code) => {
  const response = await deliver(sent);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
  expect(await stored()).toBe(0);
});

test('a body of exactly 256 KiB is taken', async () => {
  const frame = '{"message":""}';
  const body = frame.replace('""', `"${'x'.repeat(256 * 1024 - frame.length)}"`);
  expect((await deliver({ body })).status).toBe(202);
  expect((await deliver({ body: ` ${body}` })).status).toBe(413);
});

test('with no token set, every delivery is refused', async () => {
  const { auraSenderFrom } = await import('#lib/webhooks/aura-sender.ts');
  const { env } = await import('#lib/platform/env.ts');
  vi.spyOn(env, 'AURA_WEBHOOK_TOKEN', 'get').mockReturnValue(undefined);
  for (const authorization of ['Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`]) {
    expect(auraSenderFrom(new Headers({ authorization }))).toEqual({
      ok: false,
      code: 'webhook.unauthorised',
    });
  }
});
