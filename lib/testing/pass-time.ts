import type { Pool } from 'pg';
import { vi } from 'vitest';

/** Lets time pass for the code's clock and for what an outbox's table says of when: the database's clock cannot be moved. */
export async function passTime(pool: Pool, table: string, ms: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
  await pool.query(
    `update ${table} set due_at = due_at - $1 * interval '1 ms', lease_until = lease_until - $1 * interval '1 ms'`,
    [ms],
  );
}
