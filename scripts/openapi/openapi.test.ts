import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { signPressToken } from '#lib/identity/press-token.ts';
import { followEditions } from '#lib/identity/press-token-editions.ts';
import { createApiKey } from '#lib/operators/api-keys/create-api-key.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { apiScopes } from '#lib/vocabulary.ts';
import { openApiDocument } from './document.ts';
import { judgeAnswers, readDocument } from './judge-answer.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS, problemSchema } from './operations.ts';

const REPORTS = 'gateway-that-reports';
const TEXTS = 'gateway-that-has-texts';
await testWorld({ SMS_STATUS_TOKEN: REPORTS, SMS_IN_TOKEN: TEXTS, AURA_WEBHOOK_TOKEN: 'aura-in-this-test' });

const judge = judgeAnswers(readDocument());

const ROOT = join(import.meta.dirname, '..', '..', 'app');

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** The handler of the route itself. */
async function handlerOf({ path, method }: Operation): Promise<Handler> {
  const { [method]: handler } = await import(`${ROOT}${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`);
  return handler;
}

type Asking = { token?: string; params?: Record<string, string>; body?: unknown };

/** Answers to a request, and holds the answer against the document. */
async function ask(id: string, { token, params = {}, body }: Asking = {}) {
  const operation = OPERATIONS.find((each) => each.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  const { method, answers } = operation;
  const handler = await handlerOf(operation);
  const request = new Request(`http://localhost:3000${operation.path}`, {
    method,
    headers: {
      host: 'localhost:3000',
      'content-type': 'application/json',
      // The page sends the cookie, programs the bearer.
      ...(token === undefined ? {} : { authorization: `Bearer ${token}`, cookie: `vigil.press=${token}` }),
    },
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const answer = await handler(request, { params: Promise.resolve(params) });
  const text = await answer.text();
  const said: unknown = JSON.parse(text);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const type = answer.headers.get('content-type');
  expect(judge({ method, path, status: answer.status, type, body: text }), `${id} ${answer.status}`).toEqual(
    [],
  );
  const schema = answers[answer.status]?.schema ?? problemSchema;
  expect(type).toBe(answer.status in answers ? 'application/json' : 'application/problem+json');
  expect(z.safeParse(schema, said).error?.issues ?? [], `${id} ${answer.status}`).toEqual([]);
  expect(undocumented(schema, said), `${id} ${answer.status}`).toEqual([]);
  return { status: answer.status, said };
}

/** Members of an answer that the document does not name. */
function undocumented(schema: z.core.$ZodType, said: unknown): string[] {
  const { properties, anyOf = [] } = z.toJSONSchema(schema);
  const members = [properties, ...anyOf.map((one) => (typeof one === 'object' ? one.properties : {}))];
  const names = new Set(members.flatMap((each) => Object.keys(each ?? {})));
  return Object.keys(said ?? {}).filter((name) => !names.has(name));
}

test('every stable route is there, by the method that the document names', async () => {
  for (const operation of OPERATIONS)
    expect(await handlerOf(operation), operation.path).toBeInstanceOf(Function);
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  expect(Object.keys(openApiDocument('1.0.0').paths ?? {}).length).toBeGreaterThan(10);
});

test('a press, its receipt, its callout and its end are answered as the document says', async () => {
  const { personId, customerId } = await registerTestPerson();
  const token = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
  const press = { ...newTestPress(), pressToken: token };
  const params = { pressId: press.pressId };
  expect(await ask('readReceipt', { token, params })).toMatchObject({ status: 404 });
  const raised = await ask('raisePress', { body: press });
  expect(raised.status).toBe(201);
  expect(await ask('raisePress', { body: press })).toMatchObject({ status: 200 });
  expect(await ask('readReceipt', { token, params })).toMatchObject({ status: 200 });
  const { calloutId } = z.object({ calloutId: z.int() }).parse(raised.said);
  const callout = { token, params: { calloutId: `${calloutId}` } };
  expect(await ask('readCallout', callout)).toMatchObject({ status: 200 });
  const { latitude, longitude, accuracy } = press.location;
  const fix = { latitude, longitude, accuracy, fixedAt: new Date().toISOString() };
  expect(await ask('reportLocation', { ...callout, body: fix })).toMatchObject({ status: 202 });
  expect(await ask('sayThatSafe', { ...callout, body: { safeCode: '0000' } })).toMatchObject({ status: 202 });
});

test('a held press is answered as the document says, sent or taken back', async () => {
  const { personId, customerId } = await registerTestPerson();
  const token = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
  const held = () => ({ ...newTestPress(), pressToken: token, graceSeconds: 30 });
  const back = held();
  expect(await ask('raisePress', { body: back })).toMatchObject({ status: 202, said: { state: 'held' } });
  const withdrawn = await ask('withdrawPress', { token, params: { pressId: back.pressId } });
  expect(withdrawn).toMatchObject({ status: 200, said: { state: 'withdrawn' } });
  const sent = held();
  await ask('raisePress', { body: sent });
  const now = await ask('sendNow', { token, params: { pressId: sent.pressId } });
  expect(now).toMatchObject({ status: 200, said: { state: 'delivered' } });
});

test('refusals are problem documents', async () => {
  expect(await ask('raisePress', { body: newTestPress() })).toMatchObject({ status: 401 });
  const { personId, customerId } = await registerTestPerson();
  const pressToken = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
  expect(await ask('raisePress', { body: { pressId: 'x', pressToken } })).toMatchObject({ status: 400 });
  for (const id of ['receiveEvent', 'reportText', 'receiveText'])
    expect(await ask(id, { token: 'another' })).toMatchObject({ status: 401 });
});

test('programs are answered as the document says, by their key', async () => {
  const { actor } = await testOperator('admin', 'Ada');
  const made = await createApiKey(actor, { name: 'Program', scopes: apiScopes.join(' '), days: '30' });
  const token = made.ok ? made.value.key : '';
  const { calloutId } = await raiseTestCallout();
  const params = { calloutId: `${calloutId}` };
  expect(await ask('readCallout', { token, params })).toMatchObject({ status: 200 });
  expect(await ask('listCallouts', { token })).toMatchObject({ status: 200 });
  expect(await ask('readReport', { token })).toMatchObject({ status: 200 });
  expect(await ask('readReport', { token: `vk_${'x'.repeat(43)}` })).toMatchObject({ status: 401 });
});

test('machines are answered as the document says', async () => {
  expect(await ask('isLive')).toMatchObject({ status: 200 });
  expect(await ask('isReady')).toMatchObject({ status: 503 });
  followEditions();
  await expect.poll(() => ask('isReady'), { timeout: patience(10_000) }).toMatchObject({ status: 200 });
  expect(await ask('reportText', { token: REPORTS, body: { id: 'x', status: 'delivered' } })).toMatchObject({
    status: 202,
  });
  expect(
    await ask('receiveText', { token: TEXTS, body: { from: '+27820000000', body: 'SOS' } }),
  ).toMatchObject({
    status: 202,
  });
});
