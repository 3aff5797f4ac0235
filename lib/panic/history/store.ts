import 'server-only';
import { and, desc, eq, gte, ne, or, type SQL, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import type { PastPress } from './model.ts';
import type { Cursor } from './schema.ts';

const micros = sql<string>`(extract(epoch from ${press.receivedAt}) * 1000000)::bigint::text`;

/**
 * The person's newest presses of which there is no callout, and any since `safeSince`. Delivered ones are looked for by the
 * index of the person, newest first, and most often there are few.
 */
export async function listPastPresses(
  personId: string,
  after: Cursor | undefined,
  safeSince: Date | null,
  limit: number,
): Promise<PastPress[]> {
  return database()
    .select({ pressId: press.id, at: press.receivedAt, micros, kind: press.kind, state: press.state })
    .from(press)
    .where(
      and(
        eq(press.personId, personId),
        or(ne(press.state, 'delivered'), safeSince ? gte(press.receivedAt, safeSince) : undefined),
        after && isAfter(after),
      ),
    )
    .orderBy(desc(press.receivedAt), desc(press.id))
    .limit(limit);
}

/** Presses follow the callouts of the same instant. */
function isAfter({ at, pressId }: Cursor): SQL {
  const instant = sql`to_timestamp(0) + ${at}::bigint * interval '1 microsecond'`;
  return pressId === null
    ? sql`${press.receivedAt} <= ${instant}`
    : sql`(${press.receivedAt}, ${press.id}) < (${instant}, ${pressId}::uuid)`;
}
