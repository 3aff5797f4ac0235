import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { listAttention } from '#lib/console/attention/list-attention.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { listCallouts } from './list-callouts.ts';

// Enough rows that an index is worth its while; with fewer a scan of the table would be right.
const PERSONS = 20_000;
const CALLOUTS = 40_000;
const OPEN = 300;

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
       100000 + n, 4, now(), now() + interval '1 year', now()
     from generate_series(1, $1) n`,
    [PERSONS],
  );
  // Microseconds apart, as a program may write them; the newest are open. Every person but some thousand has two.
  await pool().query(
    `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at, closed_at, place)
     select 500000 + n, 'p' || 1 + (n * 7) % ($1 - 1000), case when n % 400 = 0 then 'test' else 'real' end,
       case when n <= $2 - $3 then 'closed' else (array['raised','owned','dispatched'])[1 + n % 3] end,
       at, at, at, case when n <= $2 - $3 then at + interval '1 hour' end, '[-26.1,28.05,null]'
     from generate_series(1, $2) n, lateral (select timestamptz '2026-01-01' + n / 2 * interval '7 min 1 microsecond' as at) instant`,
    [PERSONS, CALLOUTS, OPEN],
  );
  await pool().query(
    `insert into callout_fact (callout_id, at, stage, source)
     select id, raised_at, case when stage = 'closed' then 'raised' else stage end, 'press' from callout
     union all select id, closed_at, 'closed', 'poll' from callout where closed_at is not null`,
  );
  await pool().query(
    `insert into callout_position (callout_id, heard_at, due_at, minute_from, minute_fixes)
     select id, raised_at, raised_at, raised_at, 0 from callout`,
  );
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, callout_id)
     select gen_random_uuid(), person_id, kind, 'delivered', raised_at, raised_at, id from callout`,
  );
  await pool().query(
    `insert into alert (kind, subject, since, acknowledged_at, acknowledged_by)
     select 'new_callout', id::text, raised_at, raised_at, 'p' || 1 + id % $1 from callout where id % 2 = 0`,
    [PERSONS],
  );
  await pool().query('vacuum analyze');
});

async function list(query: Record<string, string>) {
  const page = await listCallouts(viewer, query);
  if (!page.ok) throw new Error(JSON.stringify(page));
  return page.value;
}

async function all(query: Record<string, string>, pagesAtMost = 60): Promise<number[]> {
  const ids: number[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < pagesAtMost; pages += 1) {
    const page = await list({ ...query, ...(after ? { after } : {}) });
    ids.push(...page.callouts.map(({ calloutId }) => calloutId));
    after = page.next;
    if (!after) return ids;
  }
  throw new Error('more pages than expected');
}

async function idsWhere(condition: string, order = 'desc'): Promise<number[]> {
  const { rows } = await pool().query(
    `select callout.id::int as id from callout join person on person.id = person_id
     where ${condition} order by raised_at ${order}, callout.id ${order}`,
  );
  return rows.map(({ id }) => id);
}

describe('what is found, over all pages, each once and in order', () => {
  test.each([
    ['a surname', { search: 'müller12' }, "surname like 'Müller12%'"],
    ['a name and a surname', { search: 'elise muller7' }, "name = 'Élise' and surname like 'Müller7%'"],
    ['a mobile as people write it', { search: '082 000 0123' }, "mobile = '+27820000123'"],
    ['nobody', { search: 'no such person' }, 'false'],
    ['somebody who never pressed', { search: '+27820019999' }, 'false'],
    ['open', { state: 'open' }, 'closed_at is null'],
    ['open, oldest first', { state: 'open', order: 'oldest' }, 'closed_at is null', 'asc'],
    ['open of many persons', { state: 'open', search: 'thandi' }, "closed_at is null and name = 'Thandi'"],
    ['a stage', { stage: 'owned' }, "stage = 'owned'"],
    ['closed and yet raised', { state: 'closed', stage: 'raised' }, 'false'],
    ['tests', { kind: 'test' }, "kind = 'test'"],
    [
      'two days',
      { from: '2026-03-01', to: '2026-03-02' },
      "raised_at >= '2026-03-01Z' and raised_at < '2026-03-03Z'",
    ],
    [
      'a person, real, closed, in a month',
      { search: 'nkosi4', kind: 'real', state: 'closed', from: '2026-02-01', to: '2026-02-28' },
      "surname like 'Nkosi4%' and kind = 'real' and closed_at is not null and raised_at >= '2026-02-01Z' and raised_at < '2026-03-01Z'",
    ],
    [
      'most persons in two days',
      { search: 'n', from: '2026-03-01', to: '2026-03-02' },
      "(surname like 'Nkosi%' or name like 'Nkosana%') and raised_at >= '2026-03-01Z' and raised_at < '2026-03-03Z'",
    ],
  ] as [string, Record<string, string>, string, string?][])('%s', async (_, query, condition, order) => {
    expect(await all(query)).toEqual(await idsWhere(condition, order));
  });

  test('a number is a callout first, and then a mobile', async () => {
    const found = await all({ search: '500007' });
    expect(found).toEqual([500_007]);
    await pool().query("update person set mobile = '+27500007' where id = 'p3'");
    const both = await all({ search: '500007' });
    expect(both[0]).toBe(500_007);
    expect(both.slice(1)).toEqual(await idsWhere("mobile = '+27500007'"));
    expect(both.length).toBeGreaterThan(1);
    expect(await all({ search: '500007', state: 'open' })).toEqual([]);
  });
});

test('a search that many persons fit and no new callout does ends its page early, and says how far it looked', async () => {
  await pool().query(
    "update person set name = 'Quentin' where id in (select person_id from callout where id <= 502000)",
  );
  const condition = "name = 'Quentin'";
  const first = await list({ search: 'quentin', to: '2026-06-01' });
  const expected = await idsWhere(`${condition} and raised_at < '2026-06-02Z'`);
  expect(expected.length).toBeGreaterThan(1_000);
  const ids: number[] = first.callouts.map(({ calloutId }) => calloutId);
  let early = 0;
  for (let page = first; page.next; ) {
    if (page.searchedBackTo) early += 1;
    page = await list({ search: 'quentin', to: '2026-06-01', after: page.next });
    ids.push(...page.callouts.map(({ calloutId }) => calloutId));
  }
  expect(ids).toEqual(expected);
  expect(early).toBeGreaterThan(0);
});

const LATE = '1775000000000_1';

describe('the plan of every query', () => {
  test.each([
    {},
    { after: LATE },
    { order: 'oldest', after: LATE },
    { state: 'open' },
    { state: 'open', order: 'oldest', after: LATE },
    { state: 'closed' },
    { stage: 'owned' },
    { stage: 'closed', after: LATE },
    { kind: 'real' },
    { kind: 'test' },
    { from: '2026-02-01' },
    { to: '2026-02-01' },
    { from: '2026-02-01', to: '2026-02-02', kind: 'real', state: 'closed' },
    { search: 'n' },
    { search: 'n', after: LATE },
    { search: 'thandi nk', kind: 'test' },
    { search: 'müller123' },
    { search: 'müller123', after: LATE, state: 'closed' },
    { search: 'nobody at all' },
    { search: '082 12' },
    { search: '+27' },
    { search: '500007' },
    { search: '8' },
    { search: 'n', state: 'open' },
    { search: 'n', stage: 'owned', from: '2026-01-01' },
  ] as Record<string, string>[])('uses an index: %j', async (query) => {
    await expectIndexes(() => list(query));
  });

  test('uses an index for what needs a human, too', async () => {
    await expectIndexes(async () => expect((await listAttention(viewer, {})).ok).toBe(true));
  });
});

async function expectIndexes(work: () => Promise<unknown>): Promise<void> {
  const asked = vi.spyOn(pool(), 'query');
  await work();
  const statements = asked.mock.calls.map(([statement, values]) => ({ statement, values }));
  asked.mockRestore();
  const reads = statements.flatMap(({ statement, values }) => {
    const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
    // Not of the poller's state, one row, nor of AURA's few kinds of help; the audit has hardly an entry here.
    const isSmall = /from "(following|response_type|audit_entry)"/.test(text);
    return /^(select|with)/.test(text) && !isSmall ? [{ text, values }] : [];
  });
  expect(reads.length).toBeGreaterThanOrEqual(2);
  for (const { text, values } of reads) {
    const { rows } = await pool().query(`explain ${text}`, values as unknown[]);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan, text).not.toContain('Seq Scan');
    expect(plan).toMatch(/Index/);
  }
}

test('what cannot be searched for is refused, by the name of the field', async () => {
  const bad = { search: 'a\u0000b', state: 'half', stage: 'gone', kind: 'x', from: 'May', to: '2026-02-30' };
  for (const [field, value] of Object.entries(bad)) {
    expect(await listCallouts(viewer, { [field]: value })).toMatchObject({
      ok: false,
      code: 'input.invalid',
      fields: { [field]: expect.any(String) },
    });
  }
});

test('whatever is typed is searched for, and finds only what begins so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (search) => {
      const listed = await listCallouts(viewer, { search });
      if (listed.ok) expect(listed.value.callouts.length).toBeLessThanOrEqual(26);
      else expect(listed.code).toBe('input.invalid');
    }),
    { numRuns: 40 },
  );
});
