// Sends the quickstart's raw HTTP examples as they stand in its text, where that is at hand beside the repository or
// by QUICKSTART_FILE. The text is AURA's and is not kept here.
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type RunningSandbox, startSandbox } from '#sandbox/server.ts';

const named = process.env.QUICKSTART_FILE || undefined;
const file = resolve(import.meta.dirname, '../..', named ?? '../shared/people-protect-quickstart.txt');

const HEAD = ['Host: staging-panic.aura.services', 'Content-Type: application/json'];
const SIGNED = [...HEAD, 'Authorization: Bearer YOUR_ACCESS_TOKEN', ''];
/** The same four requests in our own words, for whoever has the repository and not the text. */
const OWN_EXAMPLES = [
  [
    'POST /panic-api/v2/oauth/token HTTP/1.1',
    ...HEAD,
    '',
    '{"clientId":"your_client_id","clientSecret":"your_client_secret"}',
  ],
  [
    'POST /panic-api/v2/customers HTTP/1.1',
    ...SIGNED,
    '{"customer":{"name":"Thandi","surname":"Nkosi","mobile":"+27821110000"},"subscription":',
    '{"subscriptionTypeId":4,"validFrom":"2026-06-01T00:00:00Z","validTo":"2027-06-01T00:00:00Z"}}',
  ],
  [
    'POST /panic-api/v2/customers/{customerId}/callouts HTTP/1.1',
    ...SIGNED,
    '{"location":{"latitude":-26.12345,"longitude":28.12345,"accuracy":10},"responseTypeId":1}',
  ],
  ['GET /panic-api/v2/callouts/{calloutId} HTTP/1.1', ...SIGNED.slice(0, -1)],
];

/** The examples of the text: blocks of lines that are numbered from 1. */
function examplesIn(source: string): string[][] {
  const lines = source.split('\n');
  const starts = lines.flatMap((line, index) => (/^1(GET|POST) \S+ HTTP\/1\.1$/.test(line) ? [index] : []));
  return starts.map((start) => {
    const example: string[] = [];
    for (const line of lines.slice(start)) {
      const number = `${example.length + 1}`;
      // A number alone is an empty line of the example, or the next heading once its body is closed.
      const isOver = !line.startsWith(number) || (line === number && example.at(-1) === '}');
      if (isOver) break;
      example.push(line.slice(number.length));
    }
    return example;
  });
}

let running: RunningSandbox;
const replacements = new Map<string, string>();

beforeAll(async () => {
  running = await startSandbox({
    port: 0,
    clientId: 'quickstart',
    clientSecret: 'quickstart-secret',
    dataFile: undefined,
    smsToken: undefined,
  });
  // The dates in the text are meant for the time it was written in.
  running.sandbox.world.clockOffsetMs = Date.parse('2026-06-15T00:00:00Z') - Date.now();
  replacements.set('staging-panic.aura.services', new URL(running.url).host);
  replacements.set('your_client_id', 'quickstart');
  replacements.set('your_client_secret', 'quickstart-secret');
});
afterAll(() => running.close());

/** Sends an example over a bare socket. Only the length of the body and the end of the connection are added. */
async function send(example: readonly string[]): Promise<{ status: number; body: unknown }> {
  const filled = example.map((line) =>
    [...replacements].reduce((done, [from, to]) => done.replace(from, to), line),
  );
  const gap = filled.indexOf('');
  const head = gap === -1 ? filled : filled.slice(0, gap);
  const body = gap === -1 ? '' : filled.slice(gap + 1).join('\n');
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    [...head, `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body].join('\r\n'),
  );
  const answer = await text(socket);
  const end = answer.indexOf('\r\n\r\n');
  return { status: Number(answer.slice(9, 12)), body: JSON.parse(answer.slice(end)) };
}

const token = z.object({ accessToken: z.string(), tokenType: z.string(), expiresIn: z.int() });
const created = z.object({ customer: z.object({ id: z.int() }) });
const flat = z.object({ callout: z.object({ id: z.int(), status: z.string(), url: z.string() }) });
const nested = z.object({
  callout: z.object({ id: z.int(), incidentInformation: z.array(z.record(z.string(), z.unknown())) }),
});

test('an example is a block of lines numbered from 1', () => {
  const source =
    'Ask\n\n1POST /a HTTP/1.1\n2Host: h\n3\n4{\n5 "b": 1\n6}\n7\n\nThen\n\n1GET /c HTTP/1.1\n2Host: h\n\nEnd';
  expect(examplesIn(source)).toEqual([
    ['POST /a HTTP/1.1', 'Host: h', '', '{', ' "b": 1', '}'],
    ['GET /c HTTP/1.1', 'Host: h'],
  ]);
});

test('the examples of the quickstart get the documented answers', async () => {
  const isThere = existsSync(file);
  expect(isThere || named === undefined, `${file} is missing`).toBe(true);
  const examples = isThere ? examplesIn(readFileSync(file, 'utf8')) : OWN_EXAMPLES;
  const [authenticate = [], register = [], ask = [], read = []] = examples;

  const authenticated = await send(authenticate);
  expect(authenticated.status).toBe(200);
  replacements.set('YOUR_ACCESS_TOKEN', token.parse(authenticated.body).accessToken);

  const registered = await send(register);
  expect(registered.status).toBe(201);
  replacements.set('{customerId}', `${created.parse(registered.body).customer.id}`);

  const asked = await send(ask);
  expect(asked.status).toBe(201);
  const { callout } = flat.parse(asked.body);
  replacements.set('{calloutId}', `${callout.id}`);

  const again = await send(ask);
  expect(flat.parse(again.body).callout).toMatchObject({ id: callout.id, url: callout.url });

  const page = await fetch(callout.url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Responder tracking');

  const readBack = await send(read);
  expect(readBack.status).toBe(200);
  expect(nested.parse(readBack.body).callout.incidentInformation[0]).toMatchObject({
    responseType: { value: 'SECURITY' },
    calloutCurrentLocation: { latitude: '-26.12345', longitude: '28.12345' },
  });
});
