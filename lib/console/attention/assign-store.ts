import 'server-only';
import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import { alert } from '#lib/db/console-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import type { CurrentAlert } from './model.ts';
import { noteDone, releaseIn } from './store.ts';

/** Operators who may acknowledge, by name. */
export async function listAssignable(): Promise<{ operatorId: string; name: string }[]> {
  return database()
    .select({ operatorId: user.id, name: user.name })
    .from(user)
    .where(and(inArray(user.role, ['operator', 'admin']), isNull(user.disabledAt)))
    .orderBy(asc(user.name), asc(user.id));
}

/**
 * Makes alerts an operator's and audits it: to another they wait for that one, and to oneself they are acknowledged. Who
 * had one loses it in the same transaction, so that nobody has it twice; one that somebody else changed since it was read
 * stays as it is. True if one was given.
 */
export async function assign(
  actor: Actor & { operatorId: string },
  alerts: readonly CurrentAlert[],
  to: { operatorId: string; name: string },
  at: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    let isOne = false;
    for (const one of alerts) {
      const since = await freed(tx, one, at);
      if (since === null || !(await given(tx, one, since, to.operatorId, actor.operatorId, at))) continue;
      isOne = true;
      await noteDone(tx, actor, 'alert.assign', one, `${one.kind} to ${to.name}`);
    }
    return isOne;
  });
}

/** Takes an alert from who has it; gives since when it is a new one, and null if another was faster. */
async function freed(tx: Transaction, one: CurrentAlert, at: Date) {
  const { since, acknowledged } = one;
  if (acknowledged === null) return since;
  if (!(await releaseIn(tx, one, acknowledged.operatorId, at))) return null;
  // As `standingBy` derives it.
  return new Date(Math.max(at.getTime(), since.getTime() + 1));
}

async function given(
  tx: Transaction,
  { kind, subject }: CurrentAlert,
  since: Date,
  to: string,
  from: string,
  at: Date,
): Promise<boolean> {
  const taken =
    to === from
      ? { acknowledgedAt: at, acknowledgedBy: to }
      : { assignedTo: to, assignedBy: from, assignedAt: at };
  const rows = await tx
    .insert(alert)
    .values({ kind, subject, since, ...taken })
    .onConflictDoUpdate({
      target: [alert.kind, alert.subject, alert.since],
      set: taken,
      setWhere: sql`${alert.acknowledgedAt} is null`,
    })
    .returning({ kind: alert.kind });
  return rows.length > 0;
}
