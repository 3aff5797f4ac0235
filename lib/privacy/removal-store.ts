import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { removal } from '#lib/db/privacy-tables.ts';
import type { Removal } from '#lib/vocabulary.ts';

/** Writes down that old records of a kind were looked for, and how many were removed. */
export async function recordRemoval(what: Removal, removed: number, at: Date): Promise<void> {
  const removedAt = removed > 0 ? at : null;
  await database()
    .insert(removal)
    .values({ what, ranAt: at, removed, removedAt, removedInAll: removed })
    .onConflictDoUpdate({
      target: removal.what,
      set: {
        ranAt: at,
        removed,
        removedAt: sql`coalesce(excluded.removed_at, ${removal.removedAt})`,
        removedInAll: sql`${removal.removedInAll} + excluded.removed`,
      },
    });
}
