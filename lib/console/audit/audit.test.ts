import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import type { AuditFilter, AuditRow } from './schema.ts';
import { auditQuery } from './store.ts';

const ENTRIES = 5_000;

await appDatabase();

const admin = operatorActor('admin', 'ada', 'Ada', '192.0.2.1', new Date());

beforeAll(async () => {
  await insertOperator(
    { id: 'ada', name: 'Ada', email: 'ada@vigil.test', role: 'admin' },
    'none',
    new Date(),
  );
  // Ten of each moment, so that a page ends in the middle of one.
  await pool().query(
    `insert into audit_entry (at, actor_role, actor_id, address, action, subject, detail)
     select timestamptz '2026-11-01T00:00:00Z' + (n / 10) * interval '1 min', 'operator', 'operator-' || n % 50,
       '192.0.2.9', 'noun.verb-' || n % 20, 'subject-' || n % 100, '=1+' || n
     from generate_series(0, $1 - 1) n`,
    [ENTRIES],
  );
  await pool().query('analyze audit_entry');
});

async function allPages(filter: Record<string, string>): Promise<AuditRow[]> {
  const entries: AuditRow[] = [];
  let after: string | undefined;
  do {
    const page = await listAudit(admin, { ...filter, after });
    if (!page.ok) throw new Error(page.code);
    entries.push(...page.value.entries);
    after = page.value.next ?? undefined;
  } while (after);
  return entries;
}

describe('the pages', () => {
  test('hold every entry once, newest first', async () => {
    const entries = await allPages({ action: 'noun.verb-7' });
    expect(entries).toHaveLength(ENTRIES / 20);
    expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(ENTRIES / 20);
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
  });

  test.each([
    [{ actor: 'operator-3' }, 100],
    [{ subject: 'subject-42' }, 50],
    [{ actor: 'operator-3', subject: 'subject-53' }, 50],
    [{ from: '2026-11-01', to: '2026-11-01', action: 'noun.verb-0' }, 250],
    [{ from: '2026-11-02', to: '2026-11-30', action: 'noun.verb-0' }, 0],
    // The day began at 04:00 UTC there.
    [{ from: '2026-11-01', zone: 'America/New_York', action: 'noun.verb-0' }, 130],
    [{ to: '2026-10-31', zone: 'America/New_York', action: 'noun.verb-0' }, 120],
    [{ to: '2026-10-31', zone: 'Nowhere/Else', action: 'noun.verb-0' }, 0],
    [{ actor: ' ', action: '', from: '', subject: 'nobody' }, 0],
  ])('filtered by %o hold %i', async (filter, count) => {
    expect(await allPages(filter)).toHaveLength(count);
  });

  test('refuse what is no day and no page', async () => {
    for (const input of [
      { from: 'yesterday' },
      { to: '2026-13-01' },
      { after: 'x' },
      { subject: 'a'.repeat(201) },
    ]) {
      expect(await listAudit(admin, input)).toMatchObject({ ok: false, code: 'input.invalid' });
    }
  });

  test('name who did it and to whom, and what can be filtered by', async () => {
    await audit(admin, { action: 'operator.change_role', subject: 'ada', detail: 'to admin' });
    await audit(systemActor('sweep'), { action: 'records.sweep' });
    const page = await listAudit(admin, {});
    expect(page.ok && page.value.entries.slice(0, 2)).toMatchObject([
      { actor: { role: 'system', id: 'sweep', name: null, address: null }, subject: null },
      { actor: { id: 'ada', name: 'Ada', address: '192.0.2.1' }, subject: { id: 'ada', name: 'Ada' } },
    ]);
    expect(page.ok && page.value.operators).toEqual([{ operatorId: 'ada', name: 'Ada' }]);
    expect(page.ok && page.value.actions).toHaveLength(22);
  });

  test.each<[string, Partial<AuditFilter>]>([
    ['audit_entry_at', {}],
    ['audit_entry_at', { from: '2026-11-01', to: '2026-11-01' }],
    ['audit_entry_actor', { actor: 'operator-3' }],
    // A rare one: for what is every twentieth entry, either index does.
    ['audit_entry_action', { action: 'noun.verb-77' }],
    ['audit_entry_subject', { subject: 'subject-42' }],
  ])('are read by the index %s when filtered by %o', async (index, filter) => {
    const after = { at: new Date('2026-11-01T04:00:00Z'), id: '4000' };
    const { sql, params } = auditQuery({ ...everything, ...filter }, after, 51).toSQL();
    const { rows } = await pool().query(`explain ${sql}`, params);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan on audit_entry');
  });
});

const everything: AuditFilter = {
  actor: undefined,
  action: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
  zone: 'UTC',
};

describe('the export', () => {
  test('has every line, runs no formula, and is itself in the audit', async () => {
    const exported = await exportAudit(admin, { to: '2026-11-01' });
    if (!exported.ok) throw new Error(exported.code);
    const pieces: string[] = [];
    for await (const piece of exported.value.pieces) pieces.push(piece);
    const lines = pieces.join('').trimEnd().split('\r\n');
    expect(lines).toHaveLength(ENTRIES + 1);
    expect(lines[1]).toContain(`"'=1+4999"`);
    // What is held at once does not grow with the audit.
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
    expect(await allPages({ action: 'audit.export' })).toMatchObject([
      { actor: { id: 'ada' }, detail: 'to=2026-11-01 zone=UTC' },
    ]);
  });

  test('reads no further than it is asked for', async () => {
    const exported = await exportAudit(admin, {});
    if (!exported.ok) throw new Error(exported.code);
    await exported.value.pieces.next();
    await exported.value.pieces.next();
    expect(await exported.value.pieces.return(undefined)).toEqual({ done: true, value: undefined });
  });
});

describe('an entry', () => {
  test.each(['update audit_entry set detail = null', 'delete from audit_entry', 'truncate audit_entry'])(
    'stays as it was written: %s is refused',
    async (statement) => {
      const before = await pool().query('select count(*) from audit_entry');
      await expect(pool().query(statement)).rejects.toMatchObject({ code: '42501' });
      await expect(
        pool().query(`set session_replication_role = replica; ${statement}`),
      ).rejects.toMatchObject({ code: '42501' });
      expect((await pool().query('select count(*) from audit_entry')).rows).toEqual(before.rows);
    },
  );

  test('cannot be changed by a role that was given everything but the ownership', async () => {
    await pool().query(`create role vigil_app_${process.pid} nosuperuser`);
    await pool().query(`grant all on all tables in schema public to vigil_app_${process.pid}`);
    const client = await pool().connect();
    try {
      await client.query(`set role vigil_app_${process.pid}`);
      for (const statement of ['delete from audit_entry', 'alter table audit_entry disable trigger all']) {
        await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await client.query('reset role');
      client.release();
      await pool().query(`drop owned by vigil_app_${process.pid}`);
      await pool().query(`drop role vigil_app_${process.pid}`);
    }
  });
});
