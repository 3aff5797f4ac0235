import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { action, changeAction, formAction } from './action.ts';
import { operatorActor } from './actor.ts';
import type { Caller } from './caller.ts';
import { verb } from './verb.ts';

let headers = new Headers();
const refreshPage = vi.hoisted(() => vi.fn());
vi.mock('./next-adapter.ts', () => ({ requestHeaders: async () => headers, refreshPage }));

const identify = vi.fn<Caller['identify']>();
const work = vi.fn(async (_actor: unknown, _input: unknown) => ok(null));

const caller: Caller = { identify, byCookie: true };
const writeNote = verb('note.write', z.unknown(), work);

beforeEach(() => {
  vi.clearAllMocks();
  headers = new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' });
  identify.mockResolvedValue(ok([operatorActor('operator', 'operator-1', 'Ada')]));
});

const elsewhere = () => headers.set('origin', 'https://elsewhere.example');

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('a form asks its verb as the caller, with the text of its fields', async () => {
  const save = formAction(caller, ({ run, fields }, _shown: unknown) => run(writeNote, fields));
  expect(await save(null, formOf({ text: 'x', $ACTION_KEY: 'k' }))).toEqual(ok(null));
  expect(work).toHaveBeenCalledWith(expect.objectContaining({ role: 'operator' }), { text: 'x' });
});

test('what another site sends is refused, and nothing is done', async () => {
  elsewhere();
  const save = action(caller, ({ run }, text: string) => run(writeNote, { text }));
  expect(await save('x')).toEqual(refuse('request.cross_site'));
  expect(identify).not.toHaveBeenCalled();
  expect(work).not.toHaveBeenCalled();
});

test('a press is not refused by its origin', async () => {
  elsewhere();
  const raise = action(caller, ({ run }, text: string) => run(writeNote, { text }), { fromAnywhere: true });
  expect(await raise('x')).toEqual(ok(null));
});

test('unauthenticated and unauthorised callers are refused', async () => {
  const save = action(caller, ({ run }) => run(writeNote, {}));
  identify.mockResolvedValue(ok([]));
  expect(await save()).toEqual(refuse('permission.denied'));
  identify.mockResolvedValue(ok([operatorActor('viewer', 'operator-2', 'Bo')]));
  expect(await save()).toEqual(refuse('permission.denied'));
  identify.mockResolvedValue(refuse('session.required'));
  expect(await save()).toEqual(refuse('session.required'));
  expect(work).not.toHaveBeenCalled();
});

test('a change reads the page anew, a refusal does not', async () => {
  const change = changeAction(caller, writeNote);
  await change(null, formOf({}));
  expect(refreshPage).toHaveBeenCalledTimes(1);
  elsewhere();
  await change(null, formOf({}));
  expect(refreshPage).toHaveBeenCalledTimes(1);
});
