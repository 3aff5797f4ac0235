'use server';

import { refresh } from 'next/cache';
import type { Result } from '#lib/errors/result.ts';
import { changeAction, formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { replayWebhookEvent } from '#lib/webhooks/replay-webhook-event.ts';
import { replayWebhookRange } from '#lib/webhooks/replay-webhook-range.ts';

export const replayEventAction = changeAction(operator, replayWebhookEvent);

export type RangeReplayed = Result<{ replayed: number }> | null;

/** Replays the deliveries that match a filter in a time range. */
export const replayRangeAction = formAction<RangeReplayed>(operator, async ({ run, fields }) => {
  const replayed = await run(replayWebhookRange, fields);
  // Also after a refusal: the number to confirm has changed.
  if (replayed.ok || replayed.code === 'webhook.range_changed') refresh();
  return replayed;
});
