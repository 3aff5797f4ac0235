import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { transaction } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import { asFix, betterFix, type Fix } from '#lib/geo/model.ts';
import { announcement } from '#lib/live/changes.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/model.ts';
import { dueAfterGrace, outbox } from '#lib/panic/store.ts';

/** A press as it was before its better position; with the callout that AURA raised at the earlier one, if any. */
export type Bettered = { before: Fix | null; calloutId: number | null };

/**
 * Gives a press the position that a repeat brought; null where that is not the better one, or the press needs none. One that
 * had none waited for its expiry: it is due now, should this process not deliver it.
 */
export async function keepBetterFix(id: string, fix: Fix): Promise<Bettered | null> {
  return transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(press)
      .where(
        and(
          eq(press.id, id),
          inArray(press.state, ['recorded', 'delivered']),
          isNull(press.withdrawRequestedAt),
        ),
      )
      .for('update');
    if (!row) return null;
    const before = asFix(row);
    if (before && betterFix(before, fix) === before) return null;
    const calloutId = row.state === 'delivered' ? row.calloutId : null;
    const isPlaced = row.lastProblem === 'no_location' ? { lastProblem: null } : {};
    await tx
      .update(press)
      .set({ ...fix, ...isPlaced, ...(before === null ? dueAfterGrace(REQUEST_BUDGET_MS) : {}) })
      .where(eq(press.id, id))
      .returning({
        announced: announcement({ about: 'press', pressId: id, personId: row.personId }),
        woken: outbox.wakeUp,
      });
    return { before, calloutId };
  });
}
