import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { pool } from '#lib/db/database.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { createShareLink } from '#lib/following/sharing/create-share-link.ts';
import { readSharedCallout } from '#lib/following/sharing/read-shared-callout.ts';
import { type Actor, anonymousActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { listNotes } from './list-notes.ts';
import { MAX_NOTES } from './schema.ts';
import { writeNote } from './write-note.ts';

const world = await testWorld();

let ada: Actor;
let ben: Actor;
let viewer: Actor;
let ids: { ada: string; ben: string };
let callout: TestCallout;

beforeAll(async () => {
  const [first, second, third] = await Promise.all([
    testOperator('operator', 'Ada'),
    testOperator('admin', 'Ben'),
    testOperator('viewer', 'Vera'),
  ]);
  [ada, ben, viewer] = [first.actor, second.actor, third.actor];
  ids = { ada: first.operatorId, ben: second.operatorId };
});
beforeEach(async () => {
  callout = await raiseTestCallout();
});

const write = (text: unknown, { id = randomUUID(), by = ada } = {}) =>
  writeNote(by, { calloutId: callout.calloutId, id, text });

async function notes(as = viewer) {
  const listed = await listNotes(as, { calloutId: callout.calloutId });
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
}

test('notes are listed in their order with their writers, to all operators; only some may write', async () => {
  await write('She phoned:\r\nall is well');
  await write('Gate code 4', { by: ben });
  expect(await notes()).toMatchObject({
    mayWrite: false,
    notes: [
      { by: 'Ada', text: 'She phoned:\nall is well' },
      { by: 'Ben', text: 'Gate code 4' },
    ],
  });
  expect((await notes(ada)).mayWrite).toBe(true);
  const { rows } = await pool().query(
    `select actor_id from audit_entry where action = 'note.write' and subject = $1 order by id`,
    [`${callout.calloutId}`],
  );
  expect(rows.map(({ actor_id }) => actor_id)).toEqual([ids.ada, ids.ben]);
});

test('is idempotent by id; another author or text with the same id is refused', async () => {
  const id = randomUUID();
  const [one, other] = await Promise.all([write('Once', { id }), write('Once', { id })]);
  expect([one, other].map((each) => each.ok && each.value.isNew).sort()).toEqual([false, true]);
  expect(await write('Once', { id })).toEqual({ ok: true, value: { id, isNew: false } });
  for (const again of [await write('Twice', { id }), await write('Once', { id, by: ben })]) {
    expect(again).toMatchObject({ ok: false, code: 'input.invalid', fields: { id: expect.any(String) } });
  }
  expect((await notes()).notes).toHaveLength(1);
});

test.each([
  ['nothing', '  \n '],
  ['too much', 'x'.repeat(2_001)],
  ['a control character', 'a\u0000b'],
  ['an escape', 'a\u001b[31mb'],
  ['a text that is turned round', 'a\u202Eb'],
  ['half a letter', 'a\uD800b'],
  ['no text', 42],
])('%s is refused', async (_, text) => {
  expect(await write(text)).toMatchObject({
    ok: false,
    code: 'input.invalid',
    fields: { text: expect.any(String) },
  });
  expect((await notes()).notes).toEqual([]);
});

test('a callout takes so many and no more, and still knows the last one again', async () => {
  await pool().query(
    `insert into callout_note select gen_random_uuid(), $1, $2, 'note', now() from generate_series(2, $3::int)`,
    [callout.calloutId, ids.ada, MAX_NOTES],
  );
  const id = randomUUID();
  expect(await write('The last', { id })).toMatchObject({ ok: true, value: { isNew: true } });
  expect(await write('One more')).toMatchObject({ ok: false, code: 'note.too_many' });
  expect(await write('The last', { id })).toMatchObject({ ok: true, value: { isNew: false } });
  expect((await notes()).notes).toHaveLength(MAX_NOTES);
});

test('of a callout that is not there, there are none', async () => {
  const calloutId = 999_999_999;
  expect(await listNotes(ada, { calloutId })).toMatchObject({ code: 'callout.not_found' });
  expect(await writeNote(ada, { calloutId, id: randomUUID(), text: 'x' })).toMatchObject({
    code: 'callout.not_found',
  });
});

describe('a note', () => {
  const canary = 'canary-of-a-note';

  test('is in nothing that the person, a friend or AURA can read, before and after the close', async () => {
    const { calloutId, personId } = callout;
    const person = personActor(personId, '192.0.2.1');
    await write(canary);
    const shared = await createShareLink(person, { calloutId });
    const token = shared.ok ? new URL(shared.value.url).pathname.split('/').at(-1) : '';
    const readAll = () =>
      Promise.all([
        readCallout(person, { calloutId }),
        readMessages(person, { calloutId }),
        readOutcome(person, { calloutId }),
        readSharedCallout(anonymousActor('192.0.2.2'), { token }),
      ]);
    const open = await readAll();
    expect([open[0], open[1], open[3]]).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(JSON.stringify(open)).not.toContain(canary);
    for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) await world.step(calloutId, step);
    await refreshCallout(systemActor('test'), { calloutId, source: 'poll' });
    const closed = await readAll();
    expect(closed.slice(0, 3)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(JSON.stringify(closed)).not.toContain(canary);
    expect((await world.eventsOf(calloutId)).join()).not.toContain(canary);
    expect(JSON.stringify(await notes())).toContain(canary);
  });

  test('is on the timeline by its writer, without its text', async () => {
    await write(canary);
    const read = await readStatus(viewer, { calloutId: callout.calloutId });
    expect(read.ok && read.value.log).toContainEqual({ kind: 'note', at: expect.any(String), by: 'Ada' });
    expect(JSON.stringify(read)).not.toContain(canary);
  });
});
