import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { transaction } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { announceChange } from '#lib/live/changes.ts';
import type { PressOutcome } from '#lib/vocabulary.ts';

/** Stores and audits the outcome of the presses that have none. False where one of them ends up with none or another. */
export async function storeOutcome(
  actor: Actor & { operatorId: string },
  pressIds: readonly string[],
  outcome: PressOutcome,
  at: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    const ids = [...new Set(pressIds)];
    const given = await tx
      .update(press)
      .set({ outcome, outcomeAt: at, outcomeBy: actor.operatorId })
      .where(
        and(
          inArray(press.id, ids),
          eq(press.kind, 'real'),
          inArray(press.state, ['expired', 'rejected']),
          isNull(press.outcome),
        ),
      )
      .returning({ id: press.id, personId: press.personId });
    for (const { id, personId } of given) {
      await audit(actor, { action: 'press.give_outcome', subject: id, detail: outcome }, tx);
      await announceChange(tx, { about: 'press', pressId: id, personId });
    }
    const same = await tx
      .select({ id: press.id })
      .from(press)
      .where(and(inArray(press.id, ids), eq(press.outcome, outcome)));
    return same.length === ids.length;
  });
}
