import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { removeEventsBefore } from '#lib/webhooks/store.ts';

const DAY_MS = 86_400_000;

/** Removes deliveries that are too old: whole weeks, and at most so many of the others (data minimization). */
export const forgetWebhookEvents = verb(
  'records.sweep',
  z.object({ atMost: z.int().positive() }),
  async (_actor, { atMost }) => {
    const before = new Date(now().getTime() - env.KEEP_WEBHOOK_DAYS * DAY_MS);
    return ok({ removed: await removeEventsBefore(before, atMost) });
  },
);
