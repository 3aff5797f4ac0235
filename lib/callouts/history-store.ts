import 'server-only';
import { and, desc, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import { furthestStage } from '#lib/callouts/model.ts';
import { database } from '#lib/db/database.ts';
import { calloutFact } from '#lib/db/following-tables.ts';
import { callout } from '#lib/db/tables.ts';
import type { Stage } from '#lib/vocabulary.ts';

// A person's past callouts, by the index of the person.

const micros = sql<string>`(extract(epoch from ${callout.raisedAt}) * 1000000)::bigint::text`;

/** What a page begins behind: microseconds since 1970, and the callout of that instant, if it was one. */
type After = { at: string; calloutId: number | null };

/** The person's newest callouts, those that began before `until`. */
export async function listPastCallouts(
  personId: string,
  { after, until, limit }: { after: After | undefined; until: Date | null; limit: number },
) {
  const rows = await database()
    .select({
      calloutId: callout.id,
      at: callout.raisedAt,
      micros,
      kind: callout.kind,
      stage: callout.stage,
      closedAt: callout.closedAt,
    })
    .from(callout)
    .where(
      and(
        eq(callout.personId, personId),
        until ? lt(callout.raisedAt, until) : undefined,
        after && isAfter(after),
      ),
    )
    .orderBy(desc(callout.raisedAt), desc(callout.id))
    .limit(limit);
  return rows.map(({ closedAt, ...row }) => ({ ...row, isClosed: closedAt !== null }));
}

function isAfter({ at, calloutId }: After): SQL {
  const instant = sql`to_timestamp(0) + ${at}::bigint * interval '1 microsecond'`;
  return calloutId === null
    ? sql`${callout.raisedAt} < ${instant}`
    : sql`(${callout.raisedAt}, ${callout.id}) < (${instant}, ${calloutId}::bigint)`;
}

/** The furthest stage of each that was heard of before the close. */
export async function listStagesBeforeClose(ids: readonly number[]): Promise<Map<number, Stage>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ calloutId: calloutFact.calloutId, stage: calloutFact.stage })
    .from(calloutFact)
    .where(and(inArray(calloutFact.calloutId, [...ids]), ne(calloutFact.stage, 'closed')));
  const furthest = new Map<number, Stage>();
  for (const { calloutId, stage } of rows) {
    const further = furthestStage(furthest.get(calloutId) ?? null, stage);
    if (further) furthest.set(calloutId, further);
  }
  return furthest;
}
