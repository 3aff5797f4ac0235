import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { writeNote } from '#lib/console/notes/write-note.ts';
import { pool } from '#lib/db/database.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { readHandover } from './read-handover.ts';
import { signHandover } from './sign-handover.ts';
import { writeHandover } from './write-handover.ts';

await testWorld();

let ada: Actor;
let ben: Actor;
let viewer: Actor;

beforeAll(async () => {
  const made = await Promise.all([
    testOperator('operator', 'Ada'),
    testOperator('admin', 'Ben'),
    testOperator('viewer', 'Vera'),
  ]);
  [ada, ben, viewer] = [made[0].actor, made[1].actor, made[2].actor];
});
beforeEach(() => pool().query('truncate handover'));

const write = (note: unknown, { id = randomUUID(), by = ada } = {}) => writeHandover(by, { id, note });

async function shift(as = viewer) {
  const read = await readHandover(as, {});
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const newest = async (as = viewer) => (await shift(as)).handovers[0];

test('a handover waits for the next operator, who signs it once', async () => {
  expect(await write('  Gate at Rosebank is broken\r\n')).toMatchObject({ ok: true });
  const left = await newest(ada);
  expect(left).toMatchObject({ by: 'Ada', isMine: true, note: 'Gate at Rosebank is broken', signed: null });
  const id = left?.id;
  expect(await signHandover(ada, { id })).toMatchObject({ ok: false, code: 'handover.own' });
  expect(await signHandover(ben, { id })).toMatchObject({ ok: true });
  expect(await signHandover(ben, { id })).toMatchObject({ ok: true });
  expect(await newest()).toMatchObject({ signed: { by: 'Ben' } });
  const { rows } = await pool().query(`select action from audit_entry where subject = $1 order by id`, [id]);
  expect(rows.map(({ action }) => action)).toEqual(['handover.write', 'handover.sign']);
});

test('only the newest is signed, and two who sign at once do it once', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await write('Early', { id: first });
  await write('Late', { id: second });
  expect(await signHandover(ben, { id: first })).toMatchObject({ ok: false, code: 'handover.gone' });
  expect(await signHandover(ben, { id: randomUUID() })).toMatchObject({ code: 'handover.gone' });
  const { actor: carla } = await testOperator('operator', 'Carla');
  const signed = await Promise.all([signHandover(ben, { id: second }), signHandover(carla, { id: second })]);
  expect(signed.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('is idempotent by its id, and refuses an empty, a too long and an invisible note by its field', async () => {
  const id = randomUUID();
  await Promise.all([write('Once', { id }), write('Once', { id })]);
  expect((await shift()).handovers).toHaveLength(1);
  expect(await write('Other', { id })).toMatchObject({ ok: false, code: 'input.invalid' });
  for (const note of [' ', 'x'.repeat(2_001), 'a\u202eb', 7]) {
    expect(await write(note)).toMatchObject({ ok: false, fields: { note: expect.any(String) } });
  }
});

test('tells what happened since the latest signed one, and of an unsigned one what happened before it', async () => {
  const hours = (n: number) => new Date(Date.now() - n * 3_600_000);
  const old = await raiseTestCallout(hours(5));
  const id = randomUUID();
  await write('Before', { id });
  await pool().query(`update handover set written_at = now() - interval '3 hours' where id = $1`, [id]);
  const fresh = await raiseTestCallout(hours(1));
  await writeNote(ada, { calloutId: fresh.calloutId, id: randomUUID(), text: 'Called her' });
  // An older callout that is still open.
  await writeNote(ben, { calloutId: old.calloutId, id: randomUUID(), text: 'Still open' });
  const ids = async () => (await shift()).callouts.map(({ calloutId }) => calloutId);
  expect(await ids()).toEqual(expect.arrayContaining([old.calloutId, fresh.calloutId]));
  await signHandover(ben, { id });
  expect(await ids()).toContain(fresh.calloutId);
  expect(await ids()).not.toContain(old.calloutId);
  const { notes, counts, callouts } = await shift();
  expect(notes.slice(0, 2)).toMatchObject([
    { by: 'Ben', text: 'Still open', calloutId: old.calloutId },
    { by: 'Ada', text: 'Called her', calloutId: fresh.calloutId },
  ]);
  expect(counts.raised).toBe(callouts.length);
  expect(counts.open).toBeGreaterThanOrEqual(2);
});
