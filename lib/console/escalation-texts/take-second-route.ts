import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { seals } from '#lib/platform/seals.ts';
import { unseal } from '#lib/platform/secret-box.ts';
import { sendSmsBySecondRoute } from '#lib/platform/text-message.ts';
import { claimUndelivered, noteSecondSent } from './store.ts';

const CONCURRENCY = 4;
const textSchema = z.object({ to: z.string(), body: z.string() });

/** Sends texts whose delivery was not reported in time by the second route, once each. */
export const takeSecondRoute = verb('text.take_second_route', z.object({}), async () => {
  if (!env.SMS_FALLBACK_WEBHOOK_URL) return ok({ sent: 0 });
  let sent = 0;
  await mapConcurrent(await claimUndelivered(), CONCURRENCY, async ({ id, sealed }) => {
    const text = unseal(seals.escalationText, sealed);
    if (text === null) return;
    const { to, body } = textSchema.parse(JSON.parse(text));
    if (!(await sendSmsBySecondRoute(to, body))) return;
    await noteSecondSent(id);
    sent += 1;
  });
  if (sent > 0) log.warn({ texts: sent }, 'texts went by the second route: no delivery was reported in time');
  return ok({ sent });
});
