import 'server-only';
import { z } from 'zod';
import { sendEscalationText } from '#lib/console/escalation-texts/send-escalation-text.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { sendMail } from '#lib/platform/mail.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { currentAlerts } from './current-alerts.ts';
import { escalationMessage, isEscalationDue } from './escalation-model.ts';
import { type CurrentAlert, keyOf } from './model.ts';
import { claimEscalations, recordEscalation } from './store.ts';

const CONCURRENCY = 4;

type Recipient = { address: string; send: (alerts: readonly CurrentAlert[], at: Date) => Promise<boolean> };

/**
 * Escalates alerts that no operator acknowledged in time, one message per recipient and round. Recipients that were
 * reached are remembered in this process only. Returns counts: escalated, failed for all, and all alerts.
 */
export const escalateAttention = verb('attention.escalate', z.object({}), async (actor) => {
  const recipients = recipientsOf();
  if (recipients.length === 0) return ok({ escalated: 0, failed: 0, alerts: 0 });
  const at = now();
  const { alerts } = await currentAlerts(actor, at);
  const due = alerts.filter((alert) => isEscalationDue(alert, at, env.ESCALATE_AFTER_MINUTES));
  const claimed = await claimEscalations(due, at);
  if (claimed.length === 0) return ok({ escalated: 0, failed: 0, alerts: alerts.length });
  await mapConcurrent(recipients, CONCURRENCY, (recipient) => sendOnce(recipient, claimed, at));
  const escalated = claimed.filter((alert) => recipients.every(({ address }) => isReached(address, alert)));
  await recordEscalation(escalated, now());
  for (const alert of escalated)
    for (const { address } of recipients) reached().delete(receiptOf(address, alert));
  const failed = claimed.length - escalated.length;
  if (failed > 0) log.warn({ alerts: failed }, 'escalation failed for some recipients');
  return ok({ escalated: escalated.length, failed, alerts: alerts.length });
});

function recipientsOf(): Recipient[] {
  const bySms = (mobile: string): Recipient => ({
    address: mobile,
    send: (alerts, at) => sendEscalationText(mobile, escalationMessage(alerts, at, env.APP_URL).text),
  });
  const byMail = (email: string): Recipient => ({
    address: email,
    send: (alerts, at) => sendMail(email, escalationMessage(alerts, at, env.APP_URL)),
  });
  return [...(env.ESCALATION_MOBILES ?? []).map(bySms), ...(env.ESCALATION_EMAILS ?? []).map(byMail)];
}

async function sendOnce(
  { address, send }: Recipient,
  claimed: readonly CurrentAlert[],
  at: Date,
): Promise<void> {
  const unsent = claimed.filter((alert) => !isReached(address, alert));
  if (unsent.length === 0 || !(await send(unsent, at))) return;
  for (const alert of unsent) reached().add(receiptOf(address, alert));
}

/** Recipients already reached, by alert, while others are retried. */
function reached(): Set<string> {
  return processSingleton('escalation-reached', () => new Set<string>());
}

function receiptOf(address: string, alert: CurrentAlert): string {
  return `${address} ${keyOf(alert)}`;
}

function isReached(address: string, alert: CurrentAlert): boolean {
  return reached().has(receiptOf(address, alert));
}
