import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';
import { hasStranded, workAt } from '#lib/webhooks/store.ts';

/** A job runs within moments; what is due for longer than this lost its own. */
const STRANDED_MS = 10_000;

/** Asks for a new job when the one that should have worked the events died with its process. */
export const reviveWebhookEvents = verb('webhook.process', z.object({}), async () => {
  const at = now();
  const isStranded = await hasStranded(new Date(at.getTime() - STRANDED_MS), at);
  if (isStranded) await workAt(at, false);
  return ok({ isStranded });
});
