import 'server-only';
import { eq } from 'drizzle-orm';
import { transaction } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import type { Fix } from '#lib/geo/model.ts';
import { announce } from '#lib/live/announce.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import type { Bettered } from '#lib/panic/core/next.ts';
import { bettering } from '#lib/panic/core/raise.ts';
import { betterHeld } from '#lib/panic/held-here.ts';
import { changeOf, columnsOfFix, dueAfterGrace, toPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * Stores a better position of a repeat; null where it is not better, or the press has ended. A press that had none was
 * due at its expiry, and is due soon now, in case this process dies.
 */
export async function keepBetterFix(id: string, fix: Fix): Promise<Bettered | null> {
  const bettered = await transaction(async (tx) => {
    const [row] = await tx.select().from(press).where(eq(press.id, id)).for('update');
    const change = row && bettering(toPress(row), fix, now());
    if (!change) return null;
    const { lastProblem, personId } = change.press;
    await tx
      .update(press)
      .set({
        ...columnsOfFix(fix),
        lastProblem,
        ...(change.bettered.before === null ? dueAfterGrace(REQUEST_BUDGET_MS) : {}),
      })
      .where(eq(press.id, id));
    await announce(tx, { changes: [changeOf({ id, personId })], topics: ['press'] });
    return change.bettered;
  });
  if (bettered) betterHeld(id, fix);
  return bettered;
}
