import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { sendMail } from '#lib/platform/mail.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { sendSms } from '#lib/platform/text-message.ts';
import { currentNeeds } from './current-needs.ts';
import { escalationMessage, isEscalationDue } from './escalation-model.ts';
import { keyOf, type Need } from './model.ts';
import { claimEscalations, recordEscalation } from './store.ts';

const SIDE_BY_SIDE = 4;

type Recipient = { address: string; tell: (needs: readonly Need[], at: Date) => Promise<boolean> };

/**
 * Escalates alerts that no operator acknowledged in time, one message per recipient and round. Recipients that were
 * reached are remembered in this process only. Returns counts: escalated, failed for all, and all alerts.
 */
export const escalateAttention = verb('attention.escalate', z.object({}), async (actor) => {
  const recipients = recipientsOf();
  if (recipients.length === 0) return ok({ told: 0, failed: 0, needs: 0 });
  const at = now();
  const { needs } = await currentNeeds(actor, at);
  const due = needs.filter((need) => isEscalationDue(need, at, env.ESCALATE_AFTER_MINUTES));
  const claimed = await claimEscalations(due, at);
  if (claimed.length === 0) return ok({ told: 0, failed: 0, needs: needs.length });
  await mapConcurrent(recipients, SIDE_BY_SIDE, (recipient) => tellOnce(recipient, claimed, at));
  const told = claimed.filter((need) => recipients.every(({ address }) => isReached(address, need)));
  await recordEscalation(told, now());
  for (const need of told) for (const { address } of recipients) reached().delete(receiptOf(address, need));
  const failed = claimed.length - told.length;
  if (failed > 0) log.warn({ needs: failed }, 'not everybody could be told of what needs a human');
  return ok({ told: told.length, failed, needs: needs.length });
});

function recipientsOf(): Recipient[] {
  const bySms = (mobile: string): Recipient => ({
    address: mobile,
    tell: (needs, at) => sendSms(mobile, escalationMessage(needs, at, env.APP_URL).text),
  });
  const byMail = (email: string): Recipient => ({
    address: email,
    tell: (needs, at) => sendMail(email, escalationMessage(needs, at, env.APP_URL)),
  });
  return [...(env.ESCALATION_MOBILES ?? []).map(bySms), ...(env.ESCALATION_EMAILS ?? []).map(byMail)];
}

async function tellOnce({ address, tell }: Recipient, claimed: readonly Need[], at: Date): Promise<void> {
  const news = claimed.filter((need) => !isReached(address, need));
  if (news.length === 0 || !(await tell(news, at))) return;
  for (const need of news) reached().add(receiptOf(address, need));
}

/** Recipients already reached, by alert, while others are retried. */
function reached(): Set<string> {
  return processSingleton('escalation-reached', () => new Set<string>());
}

function receiptOf(address: string, need: Need): string {
  return `${address} ${keyOf(need)}`;
}

function isReached(address: string, need: Need): boolean {
  return reached().has(receiptOf(address, need));
}
