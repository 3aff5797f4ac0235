import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { openedFrom } from '#lib/db/sealed.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { seals } from '#lib/platform/seals.ts';
import { passTime } from '#lib/testing/pass-time.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { readErrorFile } from './read-error-file.ts';
import { readFile } from './read-file.ts';
import { readImport } from './read-import.ts';
import { runImports } from './run-imports.ts';
import { startImport } from './start-import.ts';
import { stopImport } from './stop-import.ts';
import { uploadImport } from './upload-import.ts';

const world = await testWorld();

const admin = operatorActor('admin', 'operator-1', 'Admin', null, new Date());
const HEADER = 'name,surname,mobile\n';
let serial = 0;

afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await pool().query('delete from customer_import');
});

function nextMobile(): string {
  serial += 1;
  return `+2773${String(serial).padStart(7, '0')}`;
}

const line = (mobile = nextMobile()) => `Thandi,Nkosi,${mobile}\n`;
const lines = (count: number) => Array.from({ length: count }, () => line()).join('');

async function upload(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return uploadImport(admin, { fileName: 'people.csv', bytes, subscriptionTypeId: '4' });
}

async function uploaded(text: string): Promise<string> {
  const answer = await upload(text);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.fields)}`);
  return answer.value.importId;
}

async function read(importId: string) {
  const found = await readImport(admin, { importId });
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

const round = () => runImports(systemActor('test'), {});

async function finish(importId: string) {
  for (;;) {
    const { state } = await read(importId);
    if (state !== 'running') return read(importId);
    await round();
  }
}

const later = (ms: number) => passTime(pool(), 'customer_import_row', ms);

async function customers(): Promise<number> {
  const { rows } = await pool().query("select count(*)::int as n from person where origin = 'import'");
  return rows[0].n;
}

const BAD_ROWS = [
  'Thandi,Nkosi,12345',
  'Thandi,,+27731999999',
  '=cmd|calc,Nkosi,+27731999998',
  'Thandi,@SUM(A1),+27731999997',
  'Th4ndi,Nkosi,+27731999996',
  'Thandi,Nkosi,-27731999995',
  '"=HYPERLINK(""http://x"")",Nkosi,+27731999994',
];

test('of 200 rows with 7 bad ones 193 are imported, and exactly the 7 are reported, harmless', async () => {
  const before = await customers();
  const importId = await uploaded(`${HEADER}${lines(100)}${BAD_ROWS.join('\n')}\n${lines(93)}`);
  expect(await read(importId)).toMatchObject({ state: 'checked', counts: { bad: 7, waiting: 193, done: 0 } });
  expect(await customers()).toBe(before);

  await startImport(admin, { importId });
  const done = await finish(importId);
  expect(done).toMatchObject({ state: 'done', counts: { bad: 7, waiting: 0, done: 193, known: 0 } });
  expect(await customers()).toBe(before + 193);

  const file = await readErrorFile(admin, { importId });
  const rows: string[][] = parse(file.ok ? file.value.csv : '', { bom: true });
  expect(rows[0]).toEqual(['row', 'column', 'value', 'reason']);
  expect(rows.slice(1).map(([row, column]) => `${row} ${column}`)).toEqual([
    '102 mobile',
    '103 surname',
    '104 name',
    '105 surname',
    '106 name',
    '107 mobile',
    '108 name',
  ]);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
});

test('an imported customer signs in by mobile, and exists at AURA once', async () => {
  const mobile = nextMobile();
  const importId = await uploaded(`${HEADER}Sipho,Dlamini,${mobile}\n`);
  await startImport(admin, { importId });
  await finish(importId);
  expect(await world.customersWith(mobile)).toBe(1);
  const { rows } = await pool().query('select origin, name from person where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  expect(rows).toEqual([{ origin: 'import', name: 'Sipho' }]);
});

describe('no duplicates are created', () => {
  test('a file that is started twice, and two workers at once', async () => {
    const importId = await uploaded(HEADER + lines(30));
    const starts = await Promise.all([startImport(admin, { importId }), startImport(admin, { importId })]);
    expect(starts.filter(({ ok }) => ok)).toHaveLength(1);
    const before = await customers();
    await Promise.all([round(), round(), round()]);
    expect(await finish(importId)).toMatchObject({ counts: { done: 30, known: 0, unsure: 0 } });
    expect(await customers()).toBe(before + 30);
  });

  test('a mobile that is in the file twice, here already, or at AURA already', async () => {
    const [here, there, twice] = [nextMobile(), nextMobile(), nextMobile()];
    const first = await uploaded(HEADER + line(here));
    await startImport(admin, { importId: first });
    await finish(first);
    await auraClient().createCustomer({ customer: { name: 'A', surname: 'B', mobile: there } });
    const importId = await uploaded(
      HEADER + line(here) + line(there) + line(twice) + line(twice.replace('+27', '0')),
    );
    await startImport(admin, { importId });
    const { counts, problems } = await finish(importId);
    expect(counts).toMatchObject({ bad: 2, done: 1, known: 1 });
    expect(problems.map(({ row }) => row)).toEqual([2, 3, 5]);
    expect(problems[2]?.reason).toBe('Row 4 has the same mobile');
  });

  test('a worker that died between its claim and AURA’s answer', async () => {
    const importId = await uploaded(HEADER + lines(3));
    await startImport(admin, { importId });
    const { rows } = await pool().query(
      'select mobile from customer_import_row where import_id = $1 order by row limit 1',
      [importId],
    );
    const mobile = String(openedFrom(seals.mobile, rows[0].mobile));
    // As it is left by a kill: claimed, and for the first row AURA had done the work already.
    await auraClient().createCustomer({ customer: { name: 'A', surname: 'B', mobile } });
    await pool().query(
      "update customer_import_row set state = 'sending', lease_until = now() + interval '30 seconds', answer_lost_at = now() where import_id = $1 and row < 5",
      [importId],
    );
    await round();
    expect(await read(importId)).toMatchObject({ state: 'running', counts: { waiting: 3, done: 0 } });
    await later(31_000);
    const { counts, problems } = await finish(importId);
    expect(counts).toMatchObject({ done: 2, unsure: 1, known: 0 });
    expect(problems[0]?.reason).toContain('The line broke');
    expect(await world.customersWith(mobile)).toBe(1);
  });
});

test('while AURA is unavailable the import pauses, and resumes by itself', async () => {
  await world.breakAura('createCustomer', 'reset_before');
  const importId = await uploaded(HEADER + lines(3));
  await startImport(admin, { importId });
  await round();
  const paused = await read(importId);
  expect(paused).toMatchObject({ state: 'running', counts: { waiting: 3, done: 0 } });
  expect(paused.pausedUntil).not.toBeNull();
  await world.restoreAura();
  await later(31_000);
  expect(await finish(importId)).toMatchObject({ state: 'done', counts: { done: 3 } });
});

test('a stopped import sends nothing more until it is started again', async () => {
  const importId = await uploaded(HEADER + lines(3));
  await stopImport(admin, { importId });
  await round();
  expect(await read(importId)).toMatchObject({ state: 'stopped', counts: { waiting: 3, done: 0 } });
  await startImport(admin, { importId });
  expect(await finish(importId)).toMatchObject({ state: 'done', counts: { done: 3 } });
});

describe('a file is refused as a whole, and not stored, when', () => {
  const many = `${HEADER}${Array.from({ length: 50_001 }, () => 'a,b,c').join('\n')}`;
  test.each([
    ['a column is missing', 'name,mobile\nA,+27821234567\n', 'Row 1: there is no column surname'],
    ['a column is there twice', 'name,surname,mobile,Name\n', 'Row 1: the column name is there twice'],
    ['it has no customers', HEADER, 'There is no row with a customer'],
    ['it is empty', '', 'There is no row with a customer'],
    ['a quote is never closed', `${HEADER}"A,B,C\n`, 'Line'],
    [
      'it is in Latin 1',
      Buffer.from(`${HEADER}A,B,1\nA,Müller,2\n`, 'latin1'),
      'Row 3, column 2: this is not UTF-8 text',
    ],
    [
      'it is in UTF-16 without its mark',
      Buffer.from(HEADER, 'utf16le'),
      'Row 1, column 1: this is not UTF-8 text',
    ],
    ['it has too many rows', many, 'Row 50002: at most 50000 customers at once'],
  ])('%s', async (_, file, words) => {
    const answer = await upload(file);
    expect(answer).toMatchObject({ ok: false, fields: { file: expect.stringContaining(words) } });
    expect((await pool().query('select id from customer_import')).rows).toEqual([]);
  });

  test('it is larger than 10 MB', async () => {
    expect(await upload(new Uint8Array(10_000_001))).toMatchObject({ ok: false, code: 'input.invalid' });
  });
});

test.each([';', '\t', ','])('cells may be divided by "%s", in any order, with more columns', async (sign) => {
  const text = [
    ['Mobile ', 'Note', 'SURNAME', 'name'],
    ['082 123 4567', 'x', 'van der Merwe', 'Zoë'],
  ]
    .map((cells) => cells.join(sign))
    .join('\r\n');
  expect(await readFile(Buffer.from(`\uFEFF${text}`))).toEqual({
    ok: true,
    value: {
      good: [{ row: 2, name: 'Zoë', surname: 'van der Merwe', mobile: '+27821234567' }],
      bad: [],
      ignoredColumns: ['Note'],
    },
  });
});

test('no bytes at all make it throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string().map((text) => Buffer.from(HEADER + text)),
      ),
      async (bytes) => {
        expect(typeof (await readFile(bytes)).ok).toBe('boolean');
      },
    ),
  );
});
