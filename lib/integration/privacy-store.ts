import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { erasure, removal } from '#lib/db/privacy-tables.ts';

/** What the retention job removed, and the erasures that are not through. */
export async function readKept() {
  const isHere = sql`${erasure.erasedAt} is null`;
  const [removals, [waiting]] = await Promise.all([
    database().select().from(removal).orderBy(removal.what),
    database()
      .select({
        here: sql<number>`(count(*) filter (where ${isHere}))::int`,
        hereSince: sql<Date | null>`min(${erasure.askedAt}) filter (where ${isHere})`.mapWith(
          erasure.askedAt,
        ),
        atAura: sql<number>`(count(*) filter (where not ${isHere}))::int`,
        atAuraSince: sql<Date | null>`min(${erasure.askedAt}) filter (where not ${isHere})`.mapWith(
          erasure.askedAt,
        ),
      })
      .from(erasure)
      // By the index of those that are open: the others grow with every deleted account.
      .where(sql`(${erasure.erasedAt} is null or ${erasure.auraDeletedAt} is null)`),
  ]);
  return {
    removals: removals.map(({ what, ranAt, removed, removedAt, removedInAll }) => ({
      ...{ what, removed, removedInAll },
      ranAt: ranAt.toISOString(),
      removedAt: removedAt?.toISOString() ?? null,
    })),
    erasures: {
      here: waitingOf(waiting?.here, waiting?.hereSince),
      atAura: waitingOf(waiting?.atAura, waiting?.atAuraSince),
    },
  };
}

function waitingOf(count = 0, oldestAt: Date | null = null) {
  return { count, oldestAt: oldestAt?.toISOString() ?? null };
}
