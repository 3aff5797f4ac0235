import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Transaction } from '#lib/db/database.ts';

/** The channel of `LISTEN` that every change travels on. */
export const CHANGES_CHANNEL = 'vigil_changes';

/** That something is to be read again, and whose it is; never what it says. Ids only. */
const changeSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('callout'), calloutId: z.number().int(), personId: z.string() }),
  z.object({ about: z.literal('press'), pressId: z.string(), personId: z.string() }),
  // Tokens of an earlier edition are revoked; no page hears of that.
  z.object({ about: z.literal('press_token'), personId: z.string(), edition: z.number().int() }),
  // What operators did about it; nobody else hears of that.
  z.object({ about: z.literal('attention'), kind: z.string() }),
]);

export type Change = z.output<typeof changeSchema>;

/** Tells every open page of it, when the caller's transaction commits and only then. */
export async function announceChange(connection: Database | Transaction, change: Change): Promise<void> {
  await connection.execute(sql`select ${announcement(change)}`);
}

/** The same as part of a statement, such as what it returns, where a round trip more would be felt. */
export function announcement(change: Change): SQL<unknown> {
  return sql`pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`;
}

/** What was announced; null for what another build announces and this one does not know. */
export function readChange(payload: string): Change | null {
  try {
    return changeSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    // Not JSON, so nothing of ours: anybody with the database's password may notify.
    return null;
  }
}
