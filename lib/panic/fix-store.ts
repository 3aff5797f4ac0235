import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { asFix, betterFix, type Fix } from '#lib/panic/model.ts';
import { announceChange } from '#lib/platform/changes.ts';
import { transaction } from '#lib/platform/db/database.ts';
import { press } from '#lib/platform/db/tables.ts';

/**
 * Gives a recorded press the position that a repeat brought, where that is the better one. `first` when it had
 * none before, and so can go to AURA only now.
 */
export async function keepBetterFix(id: string, fix: Fix): Promise<'first' | 'better' | 'kept'> {
  return transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(press)
      .where(and(eq(press.id, id), eq(press.state, 'recorded'), isNull(press.withdrawRequestedAt)))
      .for('update');
    if (!row) return 'kept';
    const before = asFix(row);
    if (before && betterFix(before, fix) === before) return 'kept';
    await tx
      .update(press)
      .set({ ...fix, ...(before ? {} : { lastProblem: null }) })
      .where(eq(press.id, id));
    await announceChange(tx, { about: 'press', pressId: id, personId: row.personId });
    return before ? 'better' : 'first';
  });
}
