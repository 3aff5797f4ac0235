import 'server-only';
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { auditEntry } from '#lib/db/audit-tables.ts';
import { alert } from '#lib/db/console-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { callout, user } from '#lib/db/tables.ts';
import { following } from '#lib/db/webhook-tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { BUDGET_USED } from '#lib/identity/one-time-code.ts';
import { announceChange } from '#lib/live/changes.ts';
import { firstDeeds } from './deed-store.ts';
import { type Key, keyOf, type Mark } from './model.ts';

/** What is true of the whole deployment: the poller's state, and when the last code of an hour was sent. */
export async function readDeployment(): Promise<Deployment> {
  const used = database()
    .select({ at: auditEntry.at })
    .from(auditEntry)
    .where(and(eq(auditEntry.subject, 'codes'), eq(auditEntry.action, BUDGET_USED)))
    .orderBy(desc(auditEntry.at))
    .limit(1)
    .as('used');
  const [row] = await database()
    .select({ roundAt: following.roundAt, failedSince: following.failedSince, budgetUsedAt: used.at })
    .from(following)
    .leftJoinLateral(used, sql`true`);
  return row ?? { roundAt: null, failedSince: null, budgetUsedAt: null };
}

type Deployment = { roundAt: Date | null; failedSince: Date | null; budgetUsedAt: Date | null };

/** A subquery, because the table also contains all people. */
function operatorIn(column: PgColumn, name: string) {
  return database()
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(eq(user.id, column))
    .limit(1)
    .as(name);
}

/** What was done about these subjects; for the whole deployment, since that instant. */
export async function listMarks(subjects: readonly string[], deploymentSince: Date): Promise<Mark[]> {
  const taker = operatorIn(alert.acknowledgedBy, 'taker');
  const assignee = operatorIn(alert.assignedTo, 'assignee');
  const giver = operatorIn(alert.assignedBy, 'giver');
  const rows = await database()
    .select({ mark: alert, takerName: taker.name, assigneeName: assignee.name, giverName: giver.name })
    .from(alert)
    .leftJoinLateral(taker, sql`true`)
    .leftJoinLateral(assignee, sql`true`)
    .leftJoinLateral(giver, sql`true`)
    .where(
      or(
        sql`${alert.subject} = any(${sql.param(subjects)}::text[])`,
        and(eq(alert.kind, 'aura_unreachable'), eq(alert.subject, ''), eq(alert.since, deploymentSince)),
      ),
    );
  const marks = rows.map(toMark);
  const deeds = await firstDeeds(marks);
  return marks.map((mark) => ({ ...mark, deedAt: deeds.get(keyOf(mark)) ?? null }));
}

type NamedMark = {
  mark: typeof alert.$inferSelect;
  takerName: string | null;
  assigneeName: string | null;
  giverName: string | null;
};

function toMark({ mark: row, takerName, assigneeName, giverName }: NamedMark): Mark {
  const { kind, subject, since, acknowledgedAt, acknowledgedBy, assignedTo, assignedAt } = row;
  const { escalatedAt, escalationAttempts, escalationFailures, escalationSentAt } = row;
  return {
    kind,
    subject,
    since,
    acknowledged:
      acknowledgedAt && acknowledgedBy
        ? { by: takerName ?? '', operatorId: acknowledgedBy, at: acknowledgedAt }
        : null,
    assigned:
      assignedTo && assignedAt
        ? { to: assigneeName ?? '', operatorId: assignedTo, by: giverName ?? '', at: assignedAt }
        : null,
    releasedAt: row.releasedAt,
    deedAt: null,
    escalation: escalatedAt && {
      at: escalatedAt,
      attempts: escalationAttempts,
      failures: escalationFailures,
      sentAt: escalationSentAt,
    },
  };
}

/** The latest acknowledgement about the outer query's callout. */
export function latestAcknowledgement() {
  return database()
    .select({ by: user.name, at: alert.acknowledgedAt })
    .from(alert)
    .innerJoin(user, eq(user.id, alert.acknowledgedBy))
    .where(and(eq(alert.subject, sql`${callout.id}::text`), isNull(alert.releasedAt)))
    .orderBy(desc(alert.acknowledgedAt))
    .limit(1)
    .as('taken');
}

/** Acknowledges alerts and audits it, with the reason for many; already acknowledged ones stay as they are. */
export async function acknowledge(
  actor: Actor & { operatorId: string },
  keys: readonly Key[],
  at: Date,
  reason?: string,
): Promise<void> {
  await transaction(async (tx) => {
    const acknowledged = { acknowledgedAt: at, acknowledgedBy: actor.operatorId };
    const taken = await tx
      .insert(alert)
      .values(keys.map(({ kind, subject, since }) => ({ kind, subject, since, ...acknowledged })))
      .onConflictDoUpdate({
        target: [alert.kind, alert.subject, alert.since],
        set: acknowledged,
        setWhere: isNull(alert.acknowledgedAt),
      })
      .returning({ kind: alert.kind, subject: alert.subject });
    for (const one of taken) await noteDone(tx, actor, 'alert.acknowledge', one);
    if (reason === undefined) return;
    for (const subject of new Set(taken.map((one) => one.subject))) {
      await audit(actor, { action: 'alert.acknowledge_many', subject, detail: reason }, tx);
    }
  });
}

/** Releases an operator's own acknowledgements and audits it; others' stay. True if there was one. */
export async function release(
  actor: Actor & { operatorId: string },
  keys: readonly Key[],
  at: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    let isOne = false;
    for (const key of keys) {
      if (!(await releaseIn(tx, key, actor.operatorId, at))) continue;
      isOne = true;
      await noteDone(tx, actor, 'alert.release', key);
    }
    return isOne;
  });
}

/** Ends an operator's acknowledgement; false if they do not have it any more. */
export async function releaseIn(
  tx: Transaction,
  { kind, subject, since }: Key,
  operatorId: string,
  at: Date,
): Promise<boolean> {
  const released = await tx
    .update(alert)
    .set({ releasedAt: at })
    .where(
      and(
        eq(alert.kind, kind),
        eq(alert.subject, subject),
        eq(alert.since, since),
        eq(alert.acknowledgedBy, operatorId),
        isNull(alert.releasedAt),
      ),
    )
    .returning({ kind: alert.kind });
  return released.length > 0;
}

/** Audits what an operator did with an alert, and announces it. */
export async function noteDone(
  tx: Transaction,
  actor: Actor,
  action: string,
  { kind, subject }: Pick<Key, 'kind' | 'subject'>,
  detail: string = kind,
): Promise<void> {
  await audit(actor, { action, detail, ...(subject ? { subject } : {}) }, tx);
  await announceChange(tx, { about: 'attention', kind });
}
