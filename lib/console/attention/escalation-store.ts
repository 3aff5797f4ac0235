import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { SECOND_ROUTE_AFTER_S } from '#lib/console/escalation-texts/model.ts';
import { alert, escalationNotice, escalationText } from '#lib/db/console-tables.ts';
import { database, transaction } from '#lib/db/database.ts';
import { announceChange } from '#lib/live/changes.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { type Notice, shownRecipient } from './escalation-model.ts';
import { type CurrentAlert, type Key, keyOf } from './model.ts';

/** What stands for a number or an address where it is stored. */
export function hashOfRecipient(recipient: string): string {
  return keyedHash('escalation-recipient', recipient);
}

/** Who was notified of these subjects' alerts, by alert. */
export async function listNotices(subjects: readonly string[], at: Date): Promise<Map<string, Notice[]>> {
  if (subjects.length === 0) return new Map();
  const rows = await database()
    .select({ notice: escalationNotice, text: escalationText })
    .from(escalationNotice)
    .leftJoin(escalationText, eq(escalationText.gatewayId, escalationNotice.textId))
    .where(sql`${escalationNotice.subject} = any(${sql.param(subjects)}::text[])`);
  const byAlert = new Map<string, Notice[]>();
  for (const { notice, text } of rows) {
    const { recipient, sentAt } = notice;
    const isLate = at.getTime() - sentAt.getTime() > SECOND_ROUTE_AFTER_S * 1_000;
    const isUndelivered = text !== null && text.deliveredAt === null && text.secondSentAt === null;
    const isLost = isUndelivered && (isLate || text.failedAt !== null);
    byAlert.set(keyOf(notice), [...(byAlert.get(keyOf(notice)) ?? []), { recipient, sentAt, isLost }]);
  }
  return byAlert;
}

/** Notes that a recipient was notified of alerts, once more or for the first time. */
export async function noteNotified(
  alerts: readonly Key[],
  recipient: string,
  textId: string | null,
  at: Date,
): Promise<void> {
  const notified = {
    recipient: hashOfRecipient(recipient),
    shown: shownRecipient(recipient),
    sentAt: at,
    textId,
  };
  await database()
    .insert(escalationNotice)
    .values(alerts.map(({ kind, subject, since }) => ({ kind, subject, since, ...notified })))
    .onConflictDoUpdate({
      target: [
        escalationNotice.kind,
        escalationNotice.subject,
        escalationNotice.since,
        escalationNotice.recipient,
      ],
      set: { sentAt: at, textId, times: sql`${escalationNotice.times} + 1` },
    });
}

/** Claims alerts for escalation and counts the attempt. Excludes those acknowledged or claimed meanwhile. */
export async function claimEscalations<Due extends CurrentAlert>(
  alerts: readonly Due[],
  at: Date,
): Promise<Due[]> {
  if (alerts.length === 0) return [];
  const claimed = await database()
    .insert(alert)
    .values(
      alerts.map(({ kind, subject, since, escalation }) => ({
        ...{ kind, subject, since },
        escalatedAt: at,
        escalationAttempts: (escalation?.attempts ?? 0) + 1,
        escalationFailures: (escalation?.failures ?? 0) + 1,
      })),
    )
    .onConflictDoUpdate({
      target: [alert.kind, alert.subject, alert.since],
      set: {
        escalatedAt: at,
        escalationAttempts: sql`excluded.escalation_attempts`,
        escalationFailures: sql`excluded.escalation_failures`,
      },
      setWhere: sql`${alert.acknowledgedAt} is null
        and ${alert.escalationAttempts} = excluded.escalation_attempts - 1`,
    })
    .returning({ kind: alert.kind, subject: alert.subject, since: alert.since });
  const keys = new Set(claimed.map(keyOf));
  return alerts.filter((one) => keys.has(keyOf(one)));
}

/** Notes that all who were due were reached. */
export async function recordEscalation(escalated: readonly Key[], at: Date): Promise<void> {
  await transaction(async (tx) => {
    for (const { kind, subject, since } of escalated) {
      await tx
        .update(alert)
        .set({ escalationSentAt: at, escalationFailures: 0 })
        .where(and(eq(alert.kind, kind), eq(alert.subject, subject), eq(alert.since, since)));
    }
    await announceChange(tx, { about: 'attention', kind: 'escalation' });
  });
}
