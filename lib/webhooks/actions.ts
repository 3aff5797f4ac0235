'use server';

import { refresh } from 'next/cache';
import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { replayWebhookEvent } from '#lib/webhooks/replay-webhook-event.ts';
import { replayWebhookRange } from '#lib/webhooks/replay-webhook-range.ts';

/** Works one delivery again. */
export async function replayEventAction(
  _shown: Result<null> | null,
  data: FormData,
): Promise<Result<null> | null> {
  const actor = await operatorFrom(await requestHeaders());
  const replayed = await replayWebhookEvent(actor, textFields(data));
  if (replayed.ok) refresh();
  return replayed;
}

export type RangeReplayed = Result<{ replayed: number }> | null;

/** Works the deliveries again that pass a filter between two instants. */
export async function replayRangeAction(_shown: RangeReplayed, data: FormData): Promise<RangeReplayed> {
  const actor = await operatorFrom(await requestHeaders());
  const replayed = await replayWebhookRange(actor, textFields(data));
  // Also when it was refused: the number to confirm is another one then.
  if (replayed.ok || replayed.code === 'webhook.range_changed') refresh();
  return replayed;
}
