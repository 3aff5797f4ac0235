import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { testWorld } from '#lib/platform/testing/test-world.ts';

const world = await testWorld({}, { isForgetful: true });
const { uploadImport } = await import('#lib/imports/upload-import.ts');
const { startImport } = await import('#lib/imports/start-import.ts');
const { readImport } = await import('#lib/imports/read-import.ts');
const { readErrorFile } = await import('#lib/imports/read-error-file.ts');
const { runImports } = await import('#lib/imports/run-imports.ts');
const { pool } = await import('#lib/platform/db/database.ts');

const admin = operatorActor('admin', 'operator-1', 'Admin');

afterAll(async () => {
  await pool().end();
  await world.close();
});

const BAD = [
  '=cmd|calc,Nkosi,+27731999999',
  'Thandi,,+27731999998',
  'Thandi,Nkosi,12',
  'Th4ndi,Nkosi,+27731999997',
];

test('of 10,000 rows with 37 bad ones 9,963 are imported, and exactly the 37 are reported', {
  timeout: 900_000,
}, async () => {
  const lines = Array.from({ length: 9_963 }, (_, at) => `Thandi,Nkosi,+2773${String(at).padStart(7, '0')}`);
  const places = Array.from({ length: 37 }, (_, at) => at * 260 + 7);
  for (const [at, place] of places.entries()) lines.splice(place, 0, BAD[at % BAD.length] ?? '');
  const bytes = Buffer.from(`name,surname,mobile\n${lines.join('\n')}\n`);
  const uploaded = await uploadImport(admin, { fileName: 'many.csv', bytes, subscriptionTypeId: '4' });
  const importId = uploaded.ok ? uploaded.value.importId : '';
  await startImport(admin, { importId });
  const read = async () => {
    const one = await readImport(admin, { importId });
    if (!one.ok) throw new Error(one.code);
    return one.value;
  };
  while ((await read()).state === 'running') await runImports(systemActor('test'), {});
  expect((await read()).counts).toEqual({
    bad: 37,
    waiting: 0,
    done: 9_963,
    known: 0,
    rejected: 0,
    unsure: 0,
  });
  const { rows } = await pool().query(
    'select count(*)::int as people, count(distinct mobile)::int as mobiles from person',
  );
  expect(rows).toEqual([{ people: 9_963, mobiles: 9_963 }]);
  const file = await readErrorFile(admin, { importId });
  const reported: string[][] = parse(file.ok ? file.value.csv : '', { bom: true });
  // The header is row 1.
  expect(reported.slice(1).map(([row]) => Number(row))).toEqual(places.map((place) => place + 2));
});
