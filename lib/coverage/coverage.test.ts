import { afterEach, expect, test } from 'vitest';
import { readCoverage } from '#lib/coverage/read-coverage.ts';
import { refreshCoverage } from '#lib/coverage/refresh-coverage.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

const job = systemActor('coverage.refresh');
const viewer = operatorActor('viewer', 'operator-1', 'Operator');

afterEach(() => world.restoreAura());

async function areas() {
  const read = await readCoverage(viewer, {});
  if (!read.ok) throw new Error(read.code);
  return read.value.areas;
}

const age = (hours: number) =>
  pool().query(`update coverage set fetched_at = now() - $1 * interval '1 hour'`, [hours]);

test('AURA is called once per response type, and not again for six hours', async () => {
  expect(await areas()).toEqual([]);
  const kinds = 2;
  expect(await refreshCoverage(job, {})).toEqual({ ok: true, value: { kept: kinds } });
  expect(await areas()).toMatchObject([
    { responseTypeId: 1, name: 'Sandbox coverage SECURITY', polygons: [[{ length: 5 }]] },
    { responseTypeId: 2, name: 'Sandbox coverage MEDICAL' },
  ]);
  const [listed, read] = [await world.callsOf('listResponseTypes'), await world.callsOf('readCoverage')];
  await age(5.9);
  expect(await refreshCoverage(job, {})).toEqual({ ok: true, value: { kept: 0 } });
  expect(await world.callsOf('listResponseTypes')).toBe(listed);
  await age(6.1);
  expect(await refreshCoverage(job, {})).toEqual({ ok: true, value: { kept: kinds } });
  expect(await world.callsOf('readCoverage')).toBe(read + kinds);
});

test('without an answer the cached document stays, with its age', async () => {
  await refreshCoverage(job, {});
  await age(7);
  const before = await areas();
  await world.breakAura('any', 'reset_before');
  expect(await refreshCoverage(job, {})).toEqual({ ok: false, code: 'aura.unavailable' });
  await world.restoreAura();
  await world.breakAura('readCoverage', 'html_page');
  expect(await refreshCoverage(job, {})).toEqual({ ok: false, code: 'aura.unavailable' });
  expect(await areas()).toEqual(before);
  expect(Date.now() - Date.parse(before[0]?.asOf ?? '')).toBeGreaterThan(6 * 3_600_000);
});

test('the kinds of help that AURA offers no more are forgotten', async () => {
  await pool().query(`insert into coverage values (9, '<kml/>', now() - interval '7 hours')`);
  await refreshCoverage(job, {});
  expect((await areas()).map(({ responseTypeId }) => responseTypeId)).toEqual([1, 2]);
});

test('a document that this build cannot read is no area, and breaks nothing', async () => {
  await refreshCoverage(job, {});
  await pool().query(
    `update coverage set kml = '<!DOCTYPE kml><kml/>', fetched_at = now() where response_type_id = 1`,
  );
  expect((await areas()).map(({ responseTypeId }) => responseTypeId)).toEqual([2]);
});
