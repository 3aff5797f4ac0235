import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import { POST } from '#app/api/webhooks/sms/route.ts';
import { pool } from '#lib/db/database.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { sendEscalationText } from './send-escalation-text.ts';
import { takeSecondRoute } from './take-second-route.ts';

await appDatabase();

const TOKEN = 'a token for reports';
const TO = '+27820000001';
const job = systemActor('test');

type Gateway = { url: string; texts: string[]; bearers: (string | undefined)[] };

async function gateway(answer: (response: ServerResponse, at: number) => void): Promise<Gateway> {
  const texts: string[] = [];
  const bearers: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    texts.push(Buffer.concat(chunks).toString());
    bearers.push(request.headers.authorization);
    answer(response, texts.length);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return { url: `http://127.0.0.1:${address.port}/sms`, texts, bearers };
}

let named = 0;
const naming = (response: ServerResponse) => {
  named += 1;
  response.end(JSON.stringify({ id: `m-${named}` }));
};
const taking = (response: ServerResponse) => void response.writeHead(202).end();
const refusing = (response: ServerResponse) => void response.writeHead(500).end();

async function routes(first: (response: ServerResponse) => void, other = taking) {
  const [one, second] = [await gateway(first), await gateway(other)];
  testEnv({
    SMS_WEBHOOK_URL: one.url,
    SMS_WEBHOOK_TOKEN: 'of the first alone',
    SMS_FALLBACK_WEBHOOK_URL: second.url,
    SMS_STATUS_TOKEN: TOKEN,
  });
  return { one, second };
}

async function report(body: unknown, bearer = TOKEN): Promise<number> {
  const request = new Request('http://localhost:3000/api/webhooks/sms', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(body),
  });
  return (await POST(request, { params: Promise.resolve({}) })).status;
}

const round = async () => {
  const done = await takeSecondRoute(job, {});
  if (!done.ok) throw new Error(done.code);
  return done.value.sent;
};
const wait = (seconds: number) =>
  pool().query(
    `update escalation_text set sent_at = sent_at - $1 * interval '1 second',
     claimed_until = claimed_until - $1 * interval '1 second'`,
    [seconds],
  );

beforeEach(() => pool().query('truncate escalation_text'));

test('a text without a report for a minute goes by the second route, once, and without the first one’s bearer', async () => {
  const { one, second } = await routes(naming);
  expect(await sendEscalationText(TO, 'Help')).toMatchObject({ isTaken: true });
  await wait(59);
  expect(await round()).toBe(0);
  await wait(2);
  const rounds = await Promise.all([round(), round()]);
  expect(rounds.sort()).toEqual([0, 1]);
  await wait(120);
  expect(await round()).toBe(0);
  expect(second.texts).toEqual([JSON.stringify({ to: TO, body: 'Help' })]);
  expect([one.bearers, second.bearers]).toEqual([['Bearer of the first alone'], [undefined]]);
});

test('a delivered text does not, whatever is reported later or twice', async () => {
  const { second } = await routes(naming);
  await sendEscalationText(TO, 'Help');
  const id = `m-${named}`;
  for (const status of ['sent', 'delivered', 'delivered', 'failed'])
    expect(await report({ id, status })).toBe(202);
  await wait(61);
  expect(await round()).toBe(0);
  expect(second.texts).toEqual([]);
});

test('a text that is reported to have failed goes at once', async () => {
  const { second } = await routes(naming);
  await sendEscalationText(TO, 'Help');
  await report({ id: `m-${named}`, status: 'undelivered' });
  expect(await round()).toBe(1);
  expect(second.texts).toHaveLength(1);
});

test('a second route that refuses is tried again', async () => {
  let isRefusing = true;
  await routes(naming, (response) => (isRefusing ? refusing(response) : taking(response)));
  await sendEscalationText(TO, 'Help');
  await wait(61);
  expect(await round()).toBe(0);
  isRefusing = false;
  await wait(31);
  expect(await round()).toBe(1);
});

test('a gateway that refuses is passed over at once; with no second route the text was not sent', async () => {
  const { second } = await routes(refusing);
  expect(await sendEscalationText(TO, 'Help')).toMatchObject({ isTaken: true });
  expect(second.texts).toHaveLength(1);
  testEnv({ SMS_FALLBACK_WEBHOOK_URL: '' });
  expect(await sendEscalationText(TO, 'Help')).toMatchObject({ isTaken: false });
});

test.each([
  ['nothing', ''],
  ['no JSON', 'OK'],
  ['an id that is none', '{"id":{"a":1}}'],
  ['far too much', `{"id":"m","more":"${'x'.repeat(100_000)}"}`],
])('a gateway that answers %s has taken the text, which then counts as before', async (_what, answer) => {
  await routes((response) => void response.end(answer));
  expect(await sendEscalationText(TO, 'Help')).toMatchObject({ isTaken: true });
  await wait(61);
  expect(await round()).toBe(0);
});

test('reports without the token are refused, and strange ones change nothing', async () => {
  await routes(naming);
  expect(await report({ id: 'm-1', status: 'delivered' }, 'another token')).toBe(401);
  for (const body of [{ id: 'unknown', status: 'delivered' }, {}, { id: 7 }, { id: [], status: null }])
    expect(await report(body)).toBe(202);
  testEnv({ SMS_STATUS_TOKEN: '' });
  expect(await report({ id: 'm-1', status: 'delivered' }, '')).toBe(401);
});

test('neither number nor text is readable in the table', async () => {
  await routes(naming);
  await sendEscalationText(TO, 'Help at once');
  const { rows } = await pool().query('select * from escalation_text');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/2782|Help/);
});
