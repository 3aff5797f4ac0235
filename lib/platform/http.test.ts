import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { ok, refuse } from '#lib/errors/result.ts';
import { isCrossSite, json, problem, readBody, requestIdOf, withProblems } from '#lib/platform/http.ts';
import { log } from '#lib/platform/log.ts';
import { eventually } from '#lib/testing/eventually.ts';

const URL_HERE = 'http://localhost:3000/api/panic';
const LIMIT = 64;

function post(body: string, type: string | null = 'application/json'): Request {
  const headers = new Headers(type === null ? {} : { 'content-type': type });
  // Bytes, since a request of text would be given a type.
  return new Request(URL_HERE, { method: 'POST', body: Buffer.from(body), headers });
}

describe('a body', () => {
  test('is read as JSON whatever it is, or refused, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const read = await readBody(post(text), 1_000);
        if (read.ok) expect(read.value.kind).toBe('json');
        else expect(read).toEqual({ ok: false, code: 'input.invalid', fields: { body: 'This is not JSON' } });
      }),
    );
  });

  test('of a form gives its fields as text', async () => {
    const read = await readBody(post('a=1&b=%F0%9F%98%80&c', 'application/x-www-form-urlencoded'), LIMIT);
    expect(read).toEqual(ok({ kind: 'form', body: { a: '1', b: '😀', c: '' } }));
  });

  test('is read no further than its limit', async () => {
    expect(await readBody(post(`"${'x'.repeat(LIMIT - 2)}"`), LIMIT)).toMatchObject({ ok: true });
    expect(await readBody(post(`"${'x'.repeat(LIMIT - 1)}"`), LIMIT)).toEqual(refuse('request.too_large'));
  });

  test('that never ends is refused as soon as the limit is passed, and cut off after a while', async () => {
    let [sent, isCutOff] = [0, false];
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000_000));
      },
      cancel: () => {
        isCutOff = true;
      },
    });
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' }, duplex: 'half' };
    const endless = new Request(URL_HERE, init);
    expect(await readBody(endless, LIMIT)).toEqual(refuse('request.too_large'));
    expect(sent).toBeLessThan(20);
    await eventually(() => expect(isCutOff).toBe(true));
    expect(sent).toBeLessThan(80);
  });

  test('of 5 MB is read to its end after the refusal: a client that still sends would not see the answer', async () => {
    let [sent, isCutOff] = [0, false];
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000_000));
        if (sent === 5) controller.close();
      },
      cancel: () => {
        isCutOff = true;
      },
    });
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' }, duplex: 'half' };
    expect(await readBody(new Request(URL_HERE, init), LIMIT)).toEqual(refuse('request.too_large'));
    await eventually(() => expect(sent).toBe(5));
    expect(isCutOff).toBe(false);
  });

  test('counts in bytes, not in letters', async () => {
    expect(await readBody(post(`"${'é'.repeat(LIMIT / 2)}"`), LIMIT)).toEqual(refuse('request.too_large'));
  });

  test.each([null, 'text/plain', 'application/xml', 'multipart/form-data', 'application/jsonx'])(
    'of the type %s is refused',
    async (type) => {
      expect(await readBody(post('{}', type), LIMIT)).toEqual(refuse('request.unsupported_type'));
    },
  );

  test('may name its character set', async () => {
    expect(await readBody(post('{}', 'Application/JSON; charset=utf-8'), LIMIT)).toMatchObject({ ok: true });
  });
});

describe('a request is cross-site', () => {
  const from = (headers: Record<string, string>) =>
    isCrossSite(new Request(URL_HERE, { method: 'POST', headers: { host: 'localhost:3000', ...headers } }));

  test.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'http://localhost:4010' }],
    [{ origin: 'http://localhost:3000.elsewhere.example' }],
    [{ origin: 'null' }],
    [{ origin: 'not an origin' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('with %j', (headers) => {
    expect(from(headers)).toBe(true);
  });

  test.each([
    [{ origin: 'http://localhost:3000' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{}],
  ])('not with %j', (headers) => {
    expect(from(headers)).toBe(false);
  });
});

describe('an answer', () => {
  const request = new Request(URL_HERE, { headers: { 'x-vigil-request': 'request-1' } });

  test('to a refusal is a problem document with its code, its field problems and the request’s id', async () => {
    const response = problem(request, refuse('input.invalid', { latitude: 'Must be from -90 to 90' }));
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(await response.json()).toMatchObject({
      code: 'input.invalid',
      status: 400,
      requestId: 'request-1',
      fields: { latitude: 'Must be from -90 to 90' },
    });
  });

  test('to a value is that value, with no-store', async () => {
    const response = json({ stage: 'raised' });
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(await response.json()).toEqual({ stage: 'raised' });
  });

  test('that is long may be compressed on its way', () => {
    const response = json('x'.repeat(2_000));
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('to a defect says nothing of it, and the log has the same id and no message', async () => {
    const logged = vi.spyOn(log, 'error').mockReturnValue();
    const failing = withProblems(async () => {
      throw new Error('params: +27821234567');
    });
    const response = await failing(request, undefined);
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ code: 'server.error', requestId: 'request-1' });
    expect(body).not.toContain('27821234567');
    expect(logged.mock.calls[0]?.[0]).toMatchObject({ requestId: 'request-1', error: { type: 'Error' } });
    expect(JSON.stringify(logged.mock.calls)).not.toContain('27821234567');
    logged.mockRestore();
  });

  test('has an id also where no server of ours gave one', () => {
    expect(requestIdOf(new Request(URL_HERE))).toBe('none');
  });
});
