import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { channelIn } from '#lib/identity/push-channel.ts';
import { dropSubscription } from '#lib/identity/push-subscriptions.ts';
import { verb } from '#lib/identity/verb.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { directionOf } from '#lib/languages/languages.ts';
import { env } from '#lib/platform/env.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { leftMs, payloadOf, pushLanguage, retryMs, textOf } from './notice-model.ts';
import { sendPush } from './push-service.ts';
import { claimDueNotices, type DueNotice, endNotice, nextNoticeMs, postponeNotice } from './store.ts';

/** Longer than the call's deadline, and the time to store the outcome. */
const LEASE_MS = 20_000;
const AT_ONCE = 16;

/** One round of the outbox. Returns when the next notice is due. */
export const deliverDueNotices = verb('push.deliver_due', z.object({}), async () => {
  await workEach('push', await claimDueNotices(AT_ONCE, LEASE_MS), deliver);
  return ok({ nextMs: await nextNoticeMs() });
});

async function deliver(row: DueNotice): Promise<void> {
  const channel = channelIn(row.channel);
  const ttlMs = leftMs(row.about, row.ageMs);
  const payload = mustStaySilent(row) ? null : payloadFor(row);
  if (channel === null || ttlMs === 0 || payload === null) return endNotice(row);
  const { outcome, retryAfter } = await sendPush(channel, { about: row.about, payload, ttlMs });
  switch (outcome) {
    case 'taken':
    case 'refused':
      return endNotice(row);
    case 'gone':
      return dropSubscription(row.deviceId, row.endpointHash);
    case 'later':
      return postponeNotice(row, retryMs(row.attempts, Math.random(), retryAfter));
  }
}

const silentSetting = z.object({ mode: z.literal('silent') });

/** A light or a sound would betray who pressed silently; what comes after *I am safe*, whether the code was right. */
function mustStaySilent({ isQuiet, isSaidSafe, isDeleted, alarmSettings }: DueNotice): boolean {
  return isQuiet || isSaidSafe || isDeleted || silentSetting.safeParse(alarmSettings).success;
}

function payloadFor(row: DueNotice): string | null {
  const key = textOf(row);
  if (key === null) return null;
  const lang = pushLanguage(row.language);
  const navigate = `${env.APP_URL}/callouts/${row.calloutId}`;
  const title = translateInto(lang)(key);
  return payloadOf({ about: row.about, title, lang, dir: directionOf(lang), navigate });
}
