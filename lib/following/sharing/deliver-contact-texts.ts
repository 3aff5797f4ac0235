import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { sendSmsBySecondRoute, sendSmsForId } from '#lib/platform/text-message.ts';
import { contactTextOf, limitsOf, problemOf, retryMs, textLanguage } from './contact-text-model.ts';
import {
  claimDueContactTexts,
  contactTokenOf,
  type DueContactText,
  endContactText,
  nextContactTextMs,
  openContactLink,
  postponeContactText,
} from './contact-text-store.ts';
import { linkOf, linkUntil } from './model.ts';

/** Longer than the calls of both routes, and the time to store the outcome. */
const LEASE_MS = 20_000;
const AT_ONCE = 16;

/**
 * One round of the outbox: tells trusted contacts of a delivered press, each once for a callout. A gateway whose answer was
 * lost is asked again with the same words and the same link. Returns when the next text is due.
 */
export const deliverContactTexts = verb('contact_text.deliver_due', z.object({}), async () => {
  await workEach('contact text', await claimDueContactTexts(AT_ONCE, LEASE_MS), deliver);
  return ok({ nextMs: await nextContactTextMs() });
});

async function deliver(due: DueContactText): Promise<void> {
  const { row, mobile, personId } = due;
  const problem = problemOf(due);
  if (problem !== null || mobile === null)
    return endContactText(due, { state: 'stopped', problem: problem ?? 'removed' });
  if (row.attempts === 1 && (await isTooOften(personId, mobile)))
    return endContactText(due, { state: 'stopped', problem: 'limited' });
  if (!(await openContactLink(row, linkUntil(now())))) return;
  const { name, latinName } = due;
  const language = textLanguage(due.language);
  const link = linkOf(contactTokenOf(row), env.APP_URL);
  const body = contactTextOf({ name, latinName, language, link, brandName: env.BRAND_NAME });
  const { isTaken, id } = await sendSmsForId(mobile, body);
  if (isTaken || (await sendSmsBySecondRoute(mobile, body)))
    return endContactText(due, { state: 'sent', gatewayId: env.SMS_STATUS_TOKEN ? id : null });
  await postponeContactText(due, retryMs(row.attempts, Math.random()));
}

async function isTooOften(personId: string, mobile: string): Promise<boolean> {
  const pair = keyedHash('limit-contact-pair', `${personId} ${mobile}`);
  const number = keyedHash('limit-contact-number', mobile);
  return (await takeWithinLimits(limitsOf({ pair, number }), now())) !== null;
}
