import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { outboxOf, workEach } from './outbox.ts';

const database = await testDatabase();
const pool = new Pool({ connectionString: database.url });
const db = drizzle(pool);
const outbox = outboxOf(scheduledJob, { isOpen: sql`${scheduledJob.attempts} < 100`, wakeUp: sql`null` });
const HOUR_MS = 3_600_000;

beforeEach(() => pool.query('delete from scheduled_job'));
afterAll(() => pool.end());

type Row = typeof scheduledJob.$inferSelect;

const fill = (rows: number) =>
  pool.query("insert into scheduled_job (name) select 'job ' || n from generate_series(1, $1) n", [rows]);
const claim = (limit: number, leaseMs = HOUR_MS) =>
  db.update(scheduledJob).set(outbox.claim(leaseMs)).where(outbox.pick(scheduledJob.name, limit)).returning();
const write = async (row: Row, columns: Partial<Record<keyof Row, unknown>>) => {
  const written = await db
    .update(scheduledJob)
    // Safe: parts of the outbox, which are columns of this table.
    .set(columns as Partial<Row>)
    .where(and(eq(scheduledJob.name, row.name), outbox.isHeldBy(row)))
    .returning({ name: scheduledJob.name });
  return written.length === 1;
};
const endLeases = () => pool.query("update scheduled_job set lease_until = now() - interval '1 ms'");

test('concurrent claims: each row is claimed once', async () => {
  await fill(60);
  const claimed = await Promise.all(Array.from({ length: 12 }, () => claim(5)));
  const names = claimed.flat().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const rest = await claim(60);
  expect(names.length + rest.length).toBe(60);
  expect(await claim(60)).toEqual([]);
});

test('no plan of the server claims more than was asked for', async () => {
  await fill(200);
  const claimed = await db.transaction(async (tx) => {
    // A nested loop is what a table has that has just been filled and is not analysed yet.
    for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize'])
      await tx.execute(sql.raw(`set local enable_${way} = off`));
    return tx
      .update(scheduledJob)
      .set(outbox.claim(HOUR_MS))
      .where(outbox.pick(scheduledJob.name, 5))
      .returning({ name: scheduledJob.name });
  });
  expect(claimed).toHaveLength(5);
});

test('a row goes from holder to holder, and only the last of them ever writes', async () => {
  const step = fc.oneof(
    fc.constantFrom({ kind: 'claim' }, { kind: 'end_lease' }, { kind: 'make_due' } as const),
    fc.record({ kind: fc.constantFrom('settle', 'release', 'renew'), by: fc.nat(5) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      await pool.query('delete from scheduled_job');
      await fill(1);
      const holders: Row[] = [];
      let holding: Row | null = null;
      let isLapsed = false;
      let isDue = true;
      for (const each of steps) {
        if (each.kind === 'claim') {
          const [row] = await claim(1);
          expect(row !== undefined).toBe(isDue && (holding === null || isLapsed));
          if (!row) continue;
          holders.push(row);
          holding = row;
          isLapsed = false;
        } else if (each.kind === 'end_lease') {
          await endLeases();
          isLapsed = true;
        } else if (each.kind === 'make_due') {
          await pool.query("update scheduled_job set due_at = now() - interval '1 s'");
          isDue = true;
        } else if ('by' in each) {
          const row = holders[each.by % Math.max(1, holders.length)];
          if (!row) continue;
          const columns = {
            settle: outbox.settled,
            release: outbox.released(row, HOUR_MS),
            renew: outbox.renew(HOUR_MS),
          }[each.kind as 'settle' | 'release' | 'renew'];
          const { rows: before } = await pool.query('select due_at from scheduled_job');
          expect(await write(row, columns)).toBe(row === holding);
          if (row !== holding) continue;
          if (each.kind === 'renew') isLapsed = false;
          else holding = null;
          // Becoming due during the claim counts more than the pause that the holder asks for.
          const isAsClaimed = before[0]?.due_at.getTime() === row.dueAt.getTime();
          if (each.kind === 'release' && isAsClaimed) isDue = false;
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('work of a killed process is due again when its lease expires, and its late write is refused', async () => {
  await fill(1);
  const [dead] = await claim(1, 1_500);
  if (!dead) throw new Error('nothing to claim');
  expect(await claim(1)).toEqual([]);
  const leftMs = await outbox.nextDueMs(db);
  expect(leftMs).toBeGreaterThan(0);
  expect(leftMs).toBeLessThanOrEqual(1_500);
  await endLeases();
  expect(await outbox.nextDueMs(db)).toBe(0);
  const [next] = await claim(1);
  if (!next) throw new Error('it did not come back');
  expect(await write(dead, { attempts: 7, ...outbox.settled })).toBe(false);
  expect(await write(next, { attempts: 1, ...outbox.settled })).toBe(true);
});

test('a settled row is not due, and an unclaimed row has no holder', async () => {
  expect(await outbox.nextDueMs(db)).toBeNull();
  await fill(1);
  const [row] = await db.select().from(scheduledJob);
  if (!row) throw new Error('no row');
  expect(await write(row, { attempts: 1 })).toBe(false);
  await pool.query('update scheduled_job set attempts = 100');
  expect(await outbox.nextDueMs(db)).toBeNull();
  expect(await claim(1)).toEqual([]);
});

test('a row whose work fails holds up no other', async () => {
  const worked: number[] = [];
  await workEach('test', [1, 2, 3], async (row) => {
    if (row === 2) throw new Error('no');
    worked.push(row);
  });
  expect(worked.toSorted()).toEqual([1, 3]);
});
