import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { searchKey } from '#lib/platform/typed-text.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { listCustomers } from './list-customers.ts';

// Enough persons that an index is worth its while; with fewer a scan of the table would be right.
const PERSONS = 20_000;

await appDatabase();

const viewer = operatorActor('viewer', 'operator-1', 'Viewer');

beforeAll(async () => {
  await pool().query(
    `insert into "user" (id, name, email, role, created_at, updated_at)
     select 'p' || n, 'x', n || '@people.invalid', 'person', now(), now() from generate_series(1, $1) n`,
    [PERSONS],
  );
  await pool().query(
    `insert into person (id, mobile, name, surname, aura_customer_id, subscription_type_id,
       subscription_valid_from, subscription_valid_to, created_at)
     select 'p' || n, '+2782' || lpad(n::text, 7, '0'),
       (array['Thandi','Zoë','Sipho','Élise','Nkosana'])[1 + n % 5], (array['Nkosi','van der Merwe','Dlamini','Müller'])[1 + n % 4] || n,
       100000 + n, 4, now(), now() + interval '1 year', timestamptz '2026-01-01' + n * interval '1 microsecond'
     from generate_series(1, $1) n`,
    [PERSONS],
  );
  await pool().query('analyze person');
});

async function list(search: string, after?: string) {
  const page = await listCustomers(viewer, { search, after });
  if (!page.ok) throw new Error(page.code);
  return page.value;
}

async function all(search: string): Promise<number[]> {
  const ids: number[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list(search, after);
    ids.push(...page.customers.map(({ customerId }) => customerId));
    after = page.next;
  }
  return ids;
}

test('everybody is listed newest first, and no page repeats or leaves out anybody', async () => {
  const first = await list('');
  const second = await list('', first.next ?? '');
  expect([...first.customers, ...second.customers].map(({ customerId }) => customerId)).toEqual(
    Array.from({ length: 100 }, (_, index) => 100_000 + PERSONS - index),
  );
});

test('a search pages through all that fit, each once', async () => {
  const found = await all('müller12');
  const { rows } = await pool().query(
    "select aura_customer_id::int as id from person where surname like 'Müller12%'",
  );
  expect(found.length).toBe(new Set(found).size);
  expect(found.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  expect(found.length).toBeGreaterThan(50);
});

test('a match by name and surname is listed once', async () => {
  const found = await all('nko');
  expect(found.length).toBe(new Set(found).size);
  const { rows } = await pool().query(
    "select count(*)::int as n from person where name like 'Nko%' or surname like 'Nko%'",
  );
  expect(found.length).toBe(rows[0].n);
});

test.each([
  ['a mobile as people write it', '082 000 0007', [100_007]],
  ['a mobile in full', '+27820000007', [100_007]],
  ['a customer id', '100007', [100_007]],
  ['surname first', 'dlamini2, sipho', [100_002]],
  ['name first', 'SIPHO DLAMINI2', [100_002]],
  ['without the accents', 'elise muller3', [100_003]],
  ['nobody', 'no such person', []],
  ['an index entry of another kind', "'; drop table person; --", []],
])('%s finds who is meant', async (_, search, ids) => {
  expect((await list(search)).customers.map(({ customerId }) => customerId).slice(0, 1)).toEqual(ids);
});

test.each(['', 'nko', 'thandi nk', '082 12', '+27', '100007', '82'])(
  'the plan of every query for "%s" uses an index, also on a later page',
  async (search) => {
    const asked = vi.spyOn(pool(), 'query');
    const { next } = await list(search);
    await list(search, next ?? 'newest_100009');
    const statements = asked.mock.calls.map(([statement, values]) => ({ statement, values }));
    asked.mockRestore();
    expect(statements.length).toBeGreaterThanOrEqual(2);
    for (const { statement, values } of statements) {
      const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
      const { rows } = await pool().query(`explain ${text}`, values as unknown[]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index/);
      expect(plan).not.toContain('Seq Scan');
    }
  },
);

// As keyboards of phones, spreadsheets and AURA's own pages write it.
const APOSTROPHES = ["'", '‘', '’', 'ʼ', '`'];

test.each(APOSTROPHES)('a name stored with %s is found whichever apostrophe is typed', async (stored) => {
  const id = 200_000 + APOSTROPHES.indexOf(stored);
  await pool().query(
    `with p as (insert into "user" (id, name, email, role, created_at, updated_at)
       values ($1::text, 'x', $1::text || '@people.invalid', 'person', now(), now()) returning id)
     insert into person (id, mobile, name, surname, aura_customer_id, subscription_type_id,
       subscription_valid_from, subscription_valid_to, created_at)
     select id, '+2783' || $2::text, 'N' || $3::text || 'Golo', 'O' || $3::text || 'Brien–Smith', $2::int, 4, now(), now(),
       timestamptz '2025-01-01' from p`,
    [`marked-${id}`, String(id), stored],
  );
  for (const typed of APOSTROPHES) {
    expect(await all(`o${typed}brien-s`), typed).toContain(id);
    expect(await all(`n${typed}golo O${typed}Brien\u2010smith`), typed).toContain(id);
  }
  expect(await all('obrien')).toEqual([]);
});

test('the database spells a search key as we do', async () => {
  const { rows: columns } = await pool().query(
    `select pg_get_expr(adbin, adrelid) as expression from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
     where adrelid = 'person'::regclass and attname = 'search_name'`,
  );
  const letters = fc.string({
    unit: fc.constantFrom(..."aÀbÉçñÑüÜßøØłŁžşİıΣσςДжặỗ‘’ʼ`´'–\u2011\u05BE\u1FEF- "),
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(letters, async (text) => {
      const { rows } = await pool().query(
        `select ${columns[0].expression} as key from (values ($1::text, 'x')) as typed (name, surname)`,
        [text],
      );
      expect(rows[0].key).toBe(searchKey(`${text} x`));
    }),
    { numRuns: 50 },
  );
});
