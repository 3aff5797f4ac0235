import 'server-only';
import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { recordCallout } from '#lib/callouts/records.ts';
import { database, transaction } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { linkIn } from '#lib/panic/commit-store.ts';
import type { Asked } from '#lib/panic/core/next.ts';
import type { CreatedCallout, OtherPress } from '#lib/panic/core/press.ts';

// What AURA has from a press, and whose help that is.

export function keepCallout(created: CreatedCallout): Promise<void> {
  return recordCallout(database(), created);
}

/** Takes in AURA's callout for a press that is in nobody's hands, or not in the caller's. */
export function linkCallout({ reopen, deliver, created, isNews }: Asked<'link'>): Promise<void> {
  return transaction(async (tx) => {
    if (isNews && (await tx.$count(callout, eq(callout.id, created.calloutId))) > 0) return;
    await linkIn(tx, reopen, deliver, created);
  });
}

/** The other presses of a person that may have to do with a callout; which do is for `useByOthers` to say. */
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

/** Whose each of these callouts is, as far as we know them. */
export async function listOwners(calloutIds: readonly number[]): Promise<Map<number, string>> {
  if (calloutIds.length === 0) return new Map();
  const rows = await database()
    .select({ id: callout.id, personId: callout.personId })
    .from(callout)
    .where(inArray(callout.id, [...calloutIds]));
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}
