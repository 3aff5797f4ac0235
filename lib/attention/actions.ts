'use server';

import { acknowledgeAttention } from '#lib/attention/acknowledge-attention.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';
import type { Result } from '#lib/platform/result.ts';

/** An operator takes up what needs a human. */
export async function acknowledgeAttentionAction(need: unknown): Promise<Result<null>> {
  return acknowledgeAttention(await operatorFrom(await requestHeaders()), need);
}
