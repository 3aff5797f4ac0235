import { createServer } from 'node:http';
import { beforeEach, expect, test } from 'vitest';
import { GET } from '#app/api/panic/[pressId]/route.ts';
import { POST } from '#app/api/panic/route.ts';
import { currentAlerts } from '#lib/console/attention/current-alerts.ts';
import { pool } from '#lib/db/database.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { CANARY_HEADER, signCanary } from '#lib/panic/canary/canary-token.ts';
import { deliverDuePresses } from '#lib/panic/delivery/deliver-press.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { doors, tryDoor } from './canary/try-door.ts';

const world = await testWorld();

beforeEach(() => pool().query('truncate canary_press'));

/** The two routes behind a socket; `change` plays a proxy that spoils requests. */
async function site(change: (headers: Headers, body: string) => string = (_headers, body) => body) {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, `${value}`);
    const body = change(headers, Buffer.concat(chunks).toString());
    const url = new URL(incoming.url ?? '', 'http://localhost:3000');
    const method = incoming.method ?? '';
    const request = new Request(url, { method, headers, ...(method === 'POST' ? { body } : {}) });
    const answer = await (method === 'POST' ? POST : GET)(request, {
      params: Promise.resolve({ pressId: url.pathname.split('/').at(-1) ?? '' }),
    });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return `http://127.0.0.1:${address.port}`;
}

const counted = async () =>
  (await pool().query('select door, is_whole from canary_press order by door')).rows;

test('comes through both doors, is counted, and neither rings nor reaches AURA', async () => {
  const origin = await site();
  for (const door of doors) expect(await tryDoor(origin, door)).toMatchObject({ problem: null });
  expect(await counted()).toEqual([
    { door: 'form', is_whole: true },
    { door: 'json', is_whole: true },
  ]);
  await deliverDuePresses(systemActor('test'), {});
  expect((await pool().query('select id from press')).rows).toEqual([]);
  expect((await currentAlerts(systemActor('test'), new Date())).alerts).toEqual([]);
  expect(await world.callsOf('createCallout')).toBe(0);
});

test.each([
  ['nothing answers', async () => 'http://127.0.0.1:1', /no usable answer/],
  ['the header is lost', () => site(without), /answered 401/],
  ['the position is lost', () => site((_headers, body) => body.replace(/latitude/, 'l')), /all of its parts/],
])('names what is wrong: %s', async (_what, begin, problem) => {
  const origin = await begin();
  for (const door of doors)
    expect(await tryDoor(origin, door)).toMatchObject({ problem: expect.stringMatching(problem) });
});

function without(headers: Headers, body: string): string {
  headers.delete(CANARY_HEADER);
  return body;
}

const HOUR_MS = 3_600_000;
test.each([
  ['a forged one', `${Date.now()}.forged`],
  ['an old one', signCanary(new Date(Date.now() - HOUR_MS))],
  ['one of the future', signCanary(new Date(Date.now() + HOUR_MS))],
  ['rubbish', '.'],
])('a request with another header than ours is no practice: %s', async (_what, header) => {
  const request = new Request('http://localhost:3000/api/panic', {
    method: 'POST',
    headers: { host: 'localhost:3000', 'content-type': 'application/json', [CANARY_HEADER]: header },
    body: JSON.stringify(newTestPress()),
  });
  // As any press of somebody who is signed out.
  expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(401);
  expect(await counted()).toEqual([]);
});
