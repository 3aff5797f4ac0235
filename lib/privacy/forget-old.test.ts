import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readReport } from '#lib/console/reports/read-report.ts';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';
import { readMetrics } from '#lib/integration/read-metrics.ts';
import { type PlantedPerson, plantPerson } from '#lib/testing/planted-rows.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { forgetOld } from './forget-old.ts';

await testWorld({
  KEEP_TRAIL_DAYS: '90',
  KEEP_ALARM_DAYS: '730',
  KEEP_WEBHOOK_DAYS: '30',
  KEEP_AUDIT_ADDRESS_DAYS: '365',
});
const OPERATOR = 'operator-1';
const admin = operatorActor('admin', OPERATOR, 'Ada', null, new Date());
const DAYS = "interval '1 day'";

let thandi: PlantedPerson;

beforeAll(() =>
  insertOperator({ id: OPERATOR, name: 'Ada', email: 'ada@vigil.test', role: 'admin' }, 'none', new Date()),
);
beforeEach(async () => {
  thandi = await plantPerson(OPERATOR);
});

const sweep = () => forgetOld(systemActor('records.retain'), {});

/** Puts an instant of the person’s only row of a table so many days back. */
const age = (table: string, column: string, link: string, id: unknown, days: number) =>
  pool().query(`update ${table} set ${column} = now() - $1 * ${DAYS} where ${link} = $2`, [days, id]);

async function countOf(table: string, link: string, id: unknown): Promise<number> {
  const { rows } = await pool().query(`select count(*)::int as n from ${table} where ${link} = $1`, [id]);
  return rows[0].n;
}

describe('what is older than its time', () => {
  test.each([
    ['callout_fix', 'received_at', 'callout_id', 90],
    ['webhook_event', 'received_at', 'about_id', 30],
  ])('of %s is deleted, and nothing younger', async (table, column, link, days) => {
    await age(table, column, link, thandi.calloutId, days - 1);
    await sweep();
    expect(await countOf(table, link, thandi.calloutId)).toBe(1);
    await age(table, column, link, thandi.calloutId, days + 1);
    await sweep();
    expect(await countOf(table, link, thandi.calloutId)).toBe(0);
  });

  test('of alarms becomes nobody’s, after two years, and the reports count it as before', async () => {
    const { calloutId, personId } = thandi;
    await age('callout', 'closed_at', 'id', calloutId, 729);
    await age('press', 'received_at', 'callout_id', calloutId, 729);
    const day = new Date(Date.now() - 731 * 86_400_000).toISOString().slice(0, 10);
    await sweep();
    expect(await countOf('callout', 'person_id', personId)).toBe(1);
    for (const column of ['closed_at', 'raised_at']) await age('callout', column, 'id', calloutId, 731);
    await age('press', 'received_at', 'callout_id', calloutId, 731);
    const report = () => readReport(admin, { from: day, to: day });
    const before = await report();
    await sweep();
    for (const table of ['callout', 'press']) expect(await countOf(table, 'person_id', personId)).toBe(0);
    for (const table of ['callout_note', 'callout_message', 'share_link', 'callout_fix'])
      expect(await countOf(table, 'callout_id', calloutId)).toBe(0);
    expect(await countOf('person', 'id', personId)).toBe(1);
    const after = await report();
    if (!before.ok || !after.ok) throw new Error('no report');
    expect(before.value.whole.callouts.real).toBe(1);
    expect(after.value.whole).toEqual(before.value.whole);
  });

  test('of the shifts is deleted after two years', async () => {
    await pool().query(
      `insert into handover (id, written_by, written_at, note)
       select gen_random_uuid(), '${OPERATOR}', now() - days * ${DAYS}, 'x' || days from unnest(array[729, 731]) days`,
    );
    await pool().query(
      `insert into escalation_text (id, gateway_id, sealed, sent_at)
       select gen_random_uuid(), 'x' || days, 'sealed', now() - days * ${DAYS} from unnest(array[729, 731]) days`,
    );
    await sweep();
    const { rows } = await pool().query(
      `select note as kept from handover where note like 'x%' union all
       select gateway_id from escalation_text where gateway_id like 'x%'`,
    );
    expect(rows).toEqual([{ kept: 'x729' }, { kept: 'x729' }]);
  });

  test('of audit addresses is emptied after a year, and all else of the entry stays', async () => {
    await pool().query(
      `insert into audit_entry (at, actor_role, address, action, subject)
       values (now() - 364 * ${DAYS}, 'person', '192.0.2.8', 'a.young', 'x'),
              (now() - 366 * ${DAYS}, 'person', '192.0.2.9', 'an.old', 'x')`,
    );
    await sweep();
    const { rows } = await pool().query(
      `select action, address, subject from audit_entry where subject = 'x' order by id`,
    );
    expect(rows).toEqual([
      { action: 'a.young', address: '192.0.2.8', subject: 'x' },
      { action: 'an.old', address: null, subject: 'x' },
    ]);
  });
});

test('an address of the audit is emptied by nobody before ninety days, nor changed after', async () => {
  await pool().query(
    `insert into audit_entry (at, actor_role, address, action)
     values (now() - 89 * ${DAYS}, 'person', '192.0.2.8', 'x.young'), (now() - 91 * ${DAYS}, 'person', '192.0.2.8', 'x.old')`,
  );
  const refused = { code: '42501' };
  for (const statement of [
    `update audit_entry set address = null where action = 'x.young'`,
    `update audit_entry set address = '192.0.2.1' where action = 'x.old'`,
    `update audit_entry set address = null, subject = 'y' where action = 'x.old'`,
  ])
    await expect(pool().query(statement), statement).rejects.toMatchObject(refused);
  await pool().query('select forget_audit_addresses(now(), 100)');
  const { rows } = await pool().query(
    `select action, address from audit_entry where action like 'x.%' order by action`,
  );
  expect(rows).toEqual([
    { action: 'x.old', address: null },
    { action: 'x.young', address: '192.0.2.8' },
  ]);
});

test('the console says what was removed and when, and one kind that fails is named and stops no other', async () => {
  await age('callout_fix', 'received_at', 'callout_id', thandi.calloutId, 91);
  await pool().query('delete from removal');
  await pool().query('alter table callout_fix rename to lost_table');
  expect(await sweep()).toEqual({ ok: true, value: { failed: ['trails'] } });
  const { rows } = await pool().query('select what from removal order by what');
  expect(rows.map(({ what }) => what)).toEqual(['alarms', 'audit_addresses', 'shifts', 'webhook_bodies']);
  await pool().query('alter table lost_table rename to callout_fix');
  expect(await sweep()).toEqual({ ok: true, value: { failed: [] } });
  expect(await sweep()).toEqual({ ok: true, value: { failed: [] } });
  const read = await readIntegration(admin, {});
  if (!read.ok) throw new Error(read.code);
  const trails = read.value.kept.removals.find(({ what }) => what === 'trails');
  expect(trails).toMatchObject({
    removed: 0,
    removedAt: expect.any(String),
    removedInAll: expect.any(Number),
  });
  expect(trails?.removedInAll).toBeGreaterThanOrEqual(1);
  const metrics = await readMetrics(systemActor('metrics'), {});
  expect(metrics.ok && metrics.value.text).toContain('vigil_retention_last_run_age_seconds{what="trails"}');
});
