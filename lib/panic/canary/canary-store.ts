import 'server-only';
import { eq, lt, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { canaryPress } from '#lib/db/press-tables.ts';

/** Enough to see in figures what went wrong over a weekend. */
const KEPT = sql`clock_timestamp() - interval '7 days'`;

export type CanaryPress = typeof canaryPress.$inferInsert;

/** Stores a practice press, and forgets old ones; the same id twice is one. */
export async function insertCanary(row: CanaryPress): Promise<void> {
  await database().insert(canaryPress).values(row).onConflictDoNothing();
  await database().delete(canaryPress).where(lt(canaryPress.receivedAt, KEPT));
}

export async function findCanary(pressId: string) {
  const [row] = await database().select().from(canaryPress).where(eq(canaryPress.pressId, pressId));
  return row ?? null;
}
