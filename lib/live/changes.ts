import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Transaction } from '#lib/db/database.ts';

/** The `LISTEN` channel of all changes. */
export const CHANGES_CHANNEL = 'vigil_changes';

/** What to read again and whose it is, by ids; never the content. */
const changeSchema = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('callout'),
    calloutId: z.number().int(),
    personId: z.string(),
    /** Only an age or the position changed: lists of callouts need not be read for each of these. */
    isMinor: z.boolean().optional(),
  }),
  z.object({ about: z.literal('press'), pressId: z.string(), personId: z.string() }),
  // Revokes tokens of earlier editions; not sent to pages.
  z.object({ about: z.literal('press_token'), personId: z.string(), edition: z.number().int() }),
  // Revokes the tokens of one device; not sent to pages either.
  z.object({ about: z.literal('device'), personId: z.string(), deviceId: z.string() }),
  // Somebody said that they are safe; not sent to pages.
  z.object({ about: z.literal('said_safe'), personId: z.string() }),
  // Sessions of an account have ended: its streams look at theirs again; not sent to pages.
  z.object({ about: z.literal('session_ended'), userId: z.string() }),
  // For operators only.
  z.object({ about: z.literal('attention'), kind: z.string() }),
]);

export type Change = z.output<typeof changeSchema>;

/** Notifies every open page when the caller's transaction commits. */
export async function announceChange(connection: Database | Transaction, change: Change): Promise<void> {
  await connection.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${JSON.stringify(change)})`);
}

/** Parses a notification; null for a kind that another build sends. */
export function readChange(payload: string): Change | null {
  try {
    return changeSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    // Not JSON: anybody with the database's password may notify.
    return null;
  }
}
