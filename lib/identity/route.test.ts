import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { anonymousActor, operatorActor } from './actor.ts';
import { type Caller, machine } from './caller.ts';
import { route } from './route.ts';
import { verb } from './verb.ts';

const ELSEWHERE = { origin: 'https://elsewhere.example' };

const readBody = vi.fn(async () => ok('body'));
const identify = vi.fn<Caller['identify']>();
const run = vi.fn(async (_actor: unknown, input: unknown) => ok({ input }));

const caller: Caller = { identify, byCookie: true };
const writeNote = verb('note.write', z.unknown(), run);
const handler = route(caller, writeNote, {
  body: readBody,
  input: ({ body, params }) => ({ body, ...params }),
});

beforeEach(() => {
  vi.clearAllMocks();
  identify.mockResolvedValue(ok([operatorActor('operator', 'operator-1', 'Ada')]));
});

function send(to: typeof handler, method: string, headers: Record<string, string> = {}) {
  const request = new Request('http://localhost:3000/x?a=1', { method, headers });
  return to(request, { params: Promise.resolve({ id: '7' }) });
}

test('asks the verb as the caller, with the parameters of the path and the body', async () => {
  const response = await send(handler, 'POST');
  expect(await response.json()).toEqual({ input: { body: 'body', id: '7' } });
});

test('asks with no parameters where the path has none', async () => {
  const response = await route(caller, verb('note.write', z.object({}), run))(
    new Request('http://localhost:3000/x'),
    { params: Promise.resolve(undefined) },
  );
  expect(await response.json()).toEqual({ input: {} });
});

describe('a file that asks for a step-up', () => {
  const file = route(caller, verb('customer.read_private', z.unknown(), run));
  const page = { accept: 'text/html,application/xhtml+xml' };
  const ada = (provenAt: Date) => ok([operatorActor('operator', 'operator-1', 'Ada', null, provenAt)]);

  test('leads a link to the page that asks, which knows what was asked for', async () => {
    const response = await send(file, 'GET', page);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/admin/step-up?to=%2Fx%3Fa%3D1',
    ]);
    expect(run).not.toHaveBeenCalled();
  });

  test('tells a program by the code', async () => {
    const response = await send(file, 'GET');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'step_up.required' });
  });

  test('comes at once to who has just proved who they are', async () => {
    identify.mockResolvedValue(ada(new Date()));
    expect((await send(file, 'GET', page)).status).toBe(200);
  });
});

describe.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s from another site', (method) => {
  test('is refused before authentication', async () => {
    expect((await send(handler, method, ELSEWHERE)).status).toBe(403);
    expect(identify).not.toHaveBeenCalled();
  });

  test('is allowed for a program with a shared secret', async () => {
    const [actor] = [operatorActor('operator', 'operator-1', 'Ada')];
    const open = route(
      machine(() => ok(actor)),
      writeNote,
    );
    expect((await send(open, method, ELSEWHERE)).status).toBe(200);
  });
});

test('reading is no matter of where a request comes from', async () => {
  expect((await send(route(caller, writeNote), 'GET', ELSEWHERE)).status).toBe(200);
});

test.each([
  ['nobody', ok([]), 401],
  ['somebody who may not', ok([operatorActor('viewer', 'operator-2', 'Bo')]), 403],
  ['a visitor', ok([anonymousActor('192.0.2.1')]), 403],
  ['a token that was switched off', refuse('press.token_revoked'), 403],
])('%s is refused and their body is not read', async (_who, found, status) => {
  identify.mockResolvedValue(found);
  expect((await send(handler, 'POST')).status).toBe(status);
  expect(readBody).not.toHaveBeenCalled();
  expect(run).not.toHaveBeenCalled();
});

test('a token in the body is read before authentication', async () => {
  const withToken = route(caller, writeNote, { body: readBody, token: ({ body }) => body });
  await send(withToken, 'POST');
  expect(identify).toHaveBeenCalledWith(expect.any(Headers), 'body');
});
