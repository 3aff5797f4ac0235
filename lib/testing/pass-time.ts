import type { Pool } from 'pg';
import { vi } from 'vitest';

/** Advances the code's clock, and shifts an outbox table's times back, as the database's clock is fixed. */
export async function passTime(pool: Pool, table: string, ms: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
  await pool.query(
    `update ${table} set due_at = due_at - $1 * interval '1 ms', lease_until = lease_until - $1 * interval '1 ms'`,
    [ms],
  );
}
