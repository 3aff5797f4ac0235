import 'server-only';
import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { recordCallout } from '#lib/callouts/records.ts';
import { database, transaction } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { linkIn } from '#lib/panic/commit-store.ts';
import type { Asked } from '#lib/panic/core/next.ts';
import type { CreatedCallout, OtherPress } from '#lib/panic/core/press.ts';

// Callouts of presses, and which presses need them.

export function keepCallout(created: CreatedCallout): Promise<void> {
  return recordCallout(database(), created);
}

/** Links a callout to a press that the caller has no lease on. */
export function linkCallout({ reopen, deliver, created, isNews }: Asked<'link'>): Promise<void> {
  return transaction(async (tx) => {
    if (isNews && (await tx.$count(callout, eq(callout.id, created.calloutId))) > 0) return;
    await linkIn(tx, reopen, deliver, created);
  });
}

/** The other presses of a person that may need a callout; `useByOthers` decides. */
export function listOthers({ pressId, personId, calloutId }: Asked<'others'>): Promise<OtherPress[]> {
  return database()
    .select({
      id: press.id,
      kind: press.kind,
      state: press.state,
      calloutId: press.calloutId,
      lastAttemptAt: press.lastAttemptAt,
      withdrawRequestedAt: press.withdrawRequestedAt,
    })
    .from(press)
    .where(
      and(
        eq(press.personId, personId),
        ne(press.id, pressId),
        or(eq(press.calloutId, calloutId), eq(press.state, 'recorded')),
      ),
    );
}

/** The person of each of these callouts that we know. */
export async function listOwners(calloutIds: readonly number[]): Promise<Map<number, string>> {
  if (calloutIds.length === 0) return new Map();
  const rows = await database()
    .select({ id: callout.id, personId: callout.personId })
    .from(callout)
    .where(inArray(callout.id, [...calloutIds]));
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
