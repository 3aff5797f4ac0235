import 'server-only';
import { z } from 'zod';
import { sendEscalationText } from '#lib/console/escalation-texts/send-escalation-text.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { isEmail } from '#lib/platform/escalation-tiers.ts';
import { log } from '#lib/platform/log.ts';
import { sendMail } from '#lib/platform/mail.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { currentAlerts } from './current-alerts.ts';
import { dueRecipients, escalationMessage, isAttemptDue, tiersOf } from './escalation-model.ts';
import {
  claimEscalations,
  hashOfRecipient,
  listNotices,
  noteNotified,
  recordEscalation,
} from './escalation-store.ts';
import { type CurrentAlert, keyOf } from './model.ts';

const CONCURRENCY = 4;

/**
 * Escalates alerts that no operator acknowledged in time, tier by tier, one message per recipient and round. Returns
 * counts: escalated to all who were due, failed for some, and all alerts.
 */
export const escalateAttention = verb('attention.escalate', z.object({}), async (actor) => {
  const tiers = tiersOf(env);
  if (tiers.length === 0) return ok({ escalated: 0, failed: 0, alerts: 0 });
  const at = now();
  const { alerts } = await currentAlerts(actor, at);
  const due = await dueOf(
    alerts.filter(({ acknowledged, isTest }) => !acknowledged && !isTest),
    at,
  );
  const claimed = await claimEscalations([...due.keys()], at);
  if (claimed.length === 0) return ok({ escalated: 0, failed: 0, alerts: alerts.length });
  const byRecipient = new Map<string, CurrentAlert[]>();
  for (const alert of claimed)
    for (const recipient of due.get(alert) ?? [])
      byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), alert]);
  const unreached = new Set<string>();
  await mapConcurrent([...byRecipient], CONCURRENCY, async ([recipient, about]) => {
    if (await notify(recipient, about, at)) return;
    for (const alert of about) unreached.add(keyOf(alert));
  });
  const escalated = claimed.filter((alert) => !unreached.has(keyOf(alert)));
  await recordEscalation(escalated, now());
  if (unreached.size > 0) log.warn({ alerts: unreached.size }, 'escalation failed for some recipients');
  return ok({ escalated: escalated.length, failed: unreached.size, alerts: alerts.length });
});

/** Whom an attempt is made for now, by alert. */
async function dueOf(waiting: readonly CurrentAlert[], at: Date): Promise<Map<CurrentAlert, string[]>> {
  const tiers = tiersOf(env);
  const notices = await listNotices([...new Set(waiting.map(({ subject }) => subject))], at);
  const addressOf = new Map(
    tiers.flatMap(({ recipients }) => recipients).map((each) => [hashOfRecipient(each), each]),
  );
  const due = new Map<CurrentAlert, string[]>();
  for (const alert of waiting) {
    const notified = (notices.get(keyOf(alert)) ?? []).flatMap((notice) => {
      const recipient = addressOf.get(notice.recipient);
      return recipient === undefined ? [] : [{ ...notice, recipient }];
    });
    const recipients = dueRecipients(alert, notified, tiers, at);
    if (isAttemptDue(alert, recipients, at)) due.set(alert, [...recipients.keys()]);
  }
  return due;
}

/** True when the message was taken. */
async function notify(recipient: string, alerts: readonly CurrentAlert[], at: Date): Promise<boolean> {
  const message = escalationMessage(alerts, at, env.APP_URL, env.BRAND_NAME);
  if (isEmail(recipient)) {
    const isTaken = await sendMail(recipient, message);
    if (isTaken) await noteNotified(alerts, recipient, null, now());
    return isTaken;
  }
  const { isTaken, textId } = await sendEscalationText(recipient, message.text);
  if (isTaken) await noteNotified(alerts, recipient, textId, now());
  return isTaken;
}
