import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { z } from 'zod';
import { expect, test } from './support/fixtures.ts';

// Refusals of POST /api/panic; none may reach AURA.

const problemSchema = z.object({
  code: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  title: z.string().min(1),
  requestId: z.uuid(),
  fields: z.record(z.string(), z.string()).optional(),
});

const JSON_TYPE = { 'content-type': 'application/json' };

const BAD_PRESSES = [
  { what: 'no press id', press: { pressedAt: instant() }, field: 'pressId' },
  { what: 'a press id that is none', press: { pressId: '1', pressedAt: instant() }, field: 'pressId' },
];

test('a press without an id of its own is refused at that field', async ({ person, sandbox }) => {
  for (const { what, press, field } of BAD_PRESSES) {
    await test.step(what, async () => {
      const response = await person.page.request.post('/api/panic', { data: press });
      expect.soft(response.status()).toBe(400);
      const problem = problemSchema.parse(await response.json());
      expect.soft(problem.code).toBe('input.invalid');
      expect.soft(Object.keys(problem.fields ?? {})).toEqual([field]);
    });
  }
  expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
});

const BAD_REQUESTS = [
  { what: 'NaN', status: 400, body: '{"latitude":NaN}', headers: JSON_TYPE },
  { what: 'text', status: 400, body: 'help', headers: JSON_TYPE },
  { what: 'a list', status: 400, body: '[]', headers: JSON_TYPE },
  { what: 'nothing', status: 400, body: '', headers: JSON_TYPE },
  { what: 'a megabyte', status: 413, body: JSON.stringify('x'.repeat(1_000_000)), headers: JSON_TYPE },
  { what: 'XML', status: 415, body: '<press/>', headers: { 'content-type': 'application/xml' } },
  { what: 'no content type', status: 415, body: 'help', headers: { 'content-type': '' } },
  {
    what: 'a press from another site',
    status: 403,
    body: JSON.stringify(pressAt({})),
    headers: { ...JSON_TYPE, origin: 'https://elsewhere.example' },
  },
  {
    what: 'a press from nowhere',
    status: 403,
    body: JSON.stringify(pressAt({})),
    headers: { ...JSON_TYPE, origin: 'null' },
  },
];

test('what is no press at all is answered with a problem document', async ({ person, sandbox }) => {
  for (const { what, status, body, headers } of BAD_REQUESTS) {
    await test.step(what, async () => {
      const response = await person.page.request.post('/api/panic', { data: Buffer.from(body), headers });
      expect.soft(response.status()).toBe(status);
      expect.soft(response.headers()['content-type']).toContain('application/problem+json');
      const problem = problemSchema.parse(await response.json());
      expect.soft(problem.requestId).toBe(response.headers()['x-request-id']);
    });
  }
  expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
});

test('a body that is far too large is answered, however it is sent, to one who reads only at the end', async ({
  stack,
}) => {
  for (const megabytes of [5, 20]) {
    for (const length of [{}, { 'content-length': `${megabytes * 1_000_000}` }]) {
      const sent = { ...JSON_TYPE, ...length };
      expect(await statusOfLarge(`${stack.url}/api/panic`, megabytes, sent)).toBe(413);
      // Refused before the body is read.
      expect(await statusOfLarge(`${stack.url}/api/webhooks/aura`, megabytes, sent)).toBe(401);
    }
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      for (const length of [{}, { 'content-length': `${megabytes * 1_000_000}` }]) {
        const sent = { 'content-type': type, ...length };
        expect(await statusOfLarge(`${stack.url}/register`, megabytes, sent)).toBe(413);
        const action = { ...sent, 'next-action': '0'.repeat(42) };
        expect(await statusOfLarge(`${stack.url}/panic`, megabytes, action)).toBe(413);
      }
    }
  }
});

/** Status for a body of that many megabytes; throws when the connection closes before all is sent. */
function statusOfLarge(url: string, megabytes: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(url, { method: 'POST', headers });
    let status: number | null = null;
    sending.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.resume();
    });
    sending.on('error', reject);
    sending.on('close', () => (status === null ? reject(new Error('no answer')) : resolve(status)));
    for (let sent = 0; sent < megabytes; sent += 1) sending.write('x'.repeat(1_000_000));
    sending.end();
  });
}

test('the same press twice is one press, and the second answer says how it stands', async ({
  person,
  sandbox,
}) => {
  const { request } = person.page;
  const press = pressAt({});
  const first = await request.post('/api/panic', { data: press });
  expect(first.status()).toBe(201);
  const { calloutId } = await first.json();
  const second = await request.post('/api/panic', { data: press });
  expect(second.status()).toBe(200);
  expect(await second.json()).toMatchObject({ state: 'delivered', calloutId });
  expect((await sandbox.calloutsOf(person.mobile)).map(({ id }) => id)).toEqual([calloutId]);
});

test('a plain form leads to where the truth is shown', async ({ person, sandbox }) => {
  const response = await person.page.request.post('/api/panic', {
    form: Object.fromEntries(new URLSearchParams(formAt('-26.2'))),
    maxRedirects: 0,
  });
  expect(response.status()).toBe(303);
  const { id } = await sandbox.calloutOf(person.mobile);
  expect(response.headers().location).toBe(`/callouts/${id}`);
});

function instant(): string {
  return new Date().toISOString();
}

function pressAt(location: Record<string, unknown>) {
  const fix = { latitude: -26.2, longitude: 28.1, accuracy: 10, fixedAt: instant(), source: 'live' };
  return { pressId: randomUUID(), pressedAt: instant(), location: { ...fix, ...location } };
}

function formAt(latitude: string): string {
  const { pressId, pressedAt, location } = pressAt({});
  const fix = Object.entries({ ...location, latitude }).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams({ pressId, pressedAt, ...Object.fromEntries(fix) }).toString();
}
