import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { GET as readBoard } from '#app/api/admin/callouts/route.ts';
import { POST as cancel } from '#app/api/callouts/[calloutId]/cancel/route.ts';
import { GET as readCallout } from '#app/api/callouts/[calloutId]/route.ts';
import { GET as readReceipt } from '#app/api/panic/[pressId]/route.ts';
import { POST as press } from '#app/api/panic/route.ts';
import { GET as readFigures } from '#app/api/reports/route.ts';
import { listAudit } from '#lib/console/audit/list-audit.ts';
import { pool } from '#lib/db/database.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { apiScopes } from '#lib/vocabulary.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';
import { revokeApiKey } from './revoke-api-key.ts';

// What a key opens, for how long, and what it leaves behind.

await testWorld();
const { actor: admin } = await testOperator('admin', 'Ada');
const { calloutId } = await raiseTestCallout();

beforeEach(async () => {
  vi.useRealTimers();
  await pool().query('delete from limit_event');
});

async function make(scopes: string = apiScopes.join(' ')) {
  const name = `Program ${randomUUID()}`;
  const made = await createApiKey(admin, { name, scopes, days: '30' });
  if (!made.ok) throw new Error(made.code);
  const row = (await list()).find((each) => each.name === name);
  return { key: made.value.key, keyId: row?.keyId ?? '', name };
}

async function list() {
  const listed = await listApiKeys(admin, {});
  return listed.ok ? listed.value.keys : [];
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Asked = { params?: Record<string, string>; body?: unknown };

const ask = (handler: Handler, key: string, { params = {}, body }: Asked = {}) =>
  handler(
    new Request('http://localhost:3000/', {
      headers: { authorization: `Bearer ${key}`, host: 'localhost:3000', 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    }),
    { params: Promise.resolve(params) },
  );

const one = { params: { calloutId: String(calloutId) } };

/** What is in the audit under this key's name. */
async function traceOf(keyId: string) {
  const audit = await listAudit(admin, { actor: keyId });
  return audit.ok
    ? audit.value.entries.map(({ actor, action, subject }) => [actor.name, action, subject?.id])
    : [];
}

test('a key reads what it was made for, and leaves a trace under its name', async () => {
  const { key, keyId, name } = await make();
  const answers = [await ask(readCallout, key, one), await ask(readBoard, key), await ask(readFigures, key)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await answers[0]?.json()).toMatchObject({ calloutId, stage: 'raised' });
  expect((await traceOf(keyId)).toSorted()).toEqual(
    [
      [name, 'callout.read', String(calloutId)],
      [name, 'callout.search', 'everybody'],
    ].toSorted(),
  );
});

test('a key reads nothing beside its scopes', async () => {
  const { key } = await make('reports:read');
  const answers = [await ask(readCallout, key, one), await ask(readBoard, key), await ask(readFigures, key)];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 200]);
});

test('a key presses nothing, reads no receipt and ends no callout', async () => {
  const { key } = await make();
  const body = newTestPress();
  expect((await ask(press, key, { body })).status).toBe(401);
  expect((await ask(press, key, { body: { ...body, pressToken: key } })).status).toBe(401);
  expect((await ask(readReceipt, key, { params: { pressId: body.pressId } })).status).toBe(401);
  expect((await ask(cancel, key, { ...one, body: {} })).status).not.toBe(202);
  expect((await pool().query('select from press')).rowCount).toBe(0);
  expect((await pool().query('select from cancellation')).rowCount).toBe(0);
});

test('only a hash of it is kept, and its last characters', async () => {
  const { key, keyId } = await make();
  const { rows } = await pool().query('select * from api_key where id = $1', [keyId]);
  expect(JSON.stringify(rows)).not.toContain(key);
  expect(rows).toMatchObject([{ hint: key.slice(-4) }]);
  expect(key).toMatch(/^vk_[\w-]{43}$/);
});

test('a revoked, an expired and an unknown key are refused, and that is in the audit', async () => {
  const revoked = await make();
  expect(await revokeApiKey(admin, { keyId: revoked.keyId })).toMatchObject({ ok: true });
  const expired = await make();
  await pool().query(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [
    expired.keyId,
  ]);
  for (const key of [revoked.key, expired.key, `vk_${'x'.repeat(43)}`]) {
    const answer = await ask(readFigures, key);
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'api_key.refused']);
  }
  const { rows } = await pool().query(
    `select count(*)::int as times from audit_entry where action = 'api_key.refuse'`,
  );
  expect(rows).toEqual([{ times: 3 }]);
  const states = new Map((await list()).map(({ keyId, state }) => [keyId, state]));
  expect([states.get(revoked.keyId), states.get(expired.keyId)]).toEqual(['revoked', 'expired']);
});

test('when a key was last used is shown', async () => {
  const { key, keyId } = await make();
  const lastUsed = async () => (await list()).find((each) => each.keyId === keyId)?.lastUsedAt;
  expect(await lastUsed()).toBeNull();
  await ask(readFigures, key);
  expect(Date.now() - Date.parse((await lastUsed()) ?? '')).toBeLessThan(600_000);
});

test('120 requests a minute are answered, and each key has its own', async () => {
  const { key, keyId } = await make();
  await pool().query(
    `insert into limit_event (key, at) select 'api_key:' || $1, now() from generate_series(1, 120)`,
    [keyId],
  );
  const answer = await ask(readFigures, key);
  expect([answer.status, (await answer.json()).code]).toEqual([429, 'api_key.too_many']);
  expect((await ask(readFigures, (await make()).key)).status).toBe(200);
});

test('a key needs a name, a scope and an end', async () => {
  for (const input of [
    { name: '', scopes: 'reports:read', days: '30' },
    { name: 'X', scopes: '', days: '30' },
    { name: 'X', scopes: 'callouts:write', days: '30' },
    { name: 'X', scopes: 'reports:read', days: '' },
  ])
    expect(await createApiKey(admin, input)).toMatchObject({ code: 'input.invalid' });
});
