'use server';

import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { acknowledgeAttention } from './acknowledge-attention.ts';

/** An operator takes up what needs a human. */
export async function acknowledgeAttentionAction(need: unknown): Promise<Result<null>> {
  return acknowledgeAttention(await operatorFrom(await requestHeaders()), need);
}
