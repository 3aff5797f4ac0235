import { afterEach, expect, test } from 'vitest';
import { readCoverage } from '#lib/coverage/read-coverage.ts';
import { readCovered } from '#lib/coverage/read-covered.ts';
import { readResponseTypes } from '#lib/coverage/read-response-types.ts';
import { refreshCoverage } from '#lib/coverage/refresh-coverage.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
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

test('the kinds of help are kept in AURA’s order, for persons to choose from, also while AURA is away', async () => {
  const person = personActor('nobody', '192.0.2.1', 7);
  await pool().query('delete from response_type');
  await refreshCoverage(job, {});
  await world.breakAura('any', 'reset_before');
  expect(await readResponseTypes(person, {})).toEqual({
    ok: true,
    value: {
      types: [
        { id: 1, value: 'SECURITY', description: 'Security response' },
        { id: 2, value: 'MEDICAL', description: 'Medical response' },
      ],
      standardId: 1,
    },
  });
});

test('a person hears whether a kind of help is offered at a place', async () => {
  await refreshCoverage(job, {});
  const person = personActor('nobody', '192.0.2.1', 7);
  const asked = (latitude: number, longitude: number, responseTypeId: number | null) =>
    readCovered(person, { latitude, longitude, responseTypeId });
  expect(await asked(-26.1, 28.05, 2)).toEqual({ ok: true, value: { isCovered: true } });
  expect(await asked(51.5, -0.1, 2)).toEqual({ ok: true, value: { isCovered: false } });
  expect(await asked(51.5, -0.1, null)).toEqual({ ok: true, value: { isCovered: false } });
  expect(await asked(51.5, -0.1, 77)).toEqual({ ok: true, value: { isCovered: null } });
  expect(await asked(451, 0, 2)).toMatchObject({ ok: false, code: 'input.invalid' });
});

test('a document that this build cannot read is no area, and breaks nothing', async () => {
  await refreshCoverage(job, {});
  await pool().query(
    `update coverage set kml = '<!DOCTYPE kml><kml/>', fetched_at = now() where response_type_id = 1`,
  );
  expect((await areas()).map(({ responseTypeId }) => responseTypeId)).toEqual([2]);
});
