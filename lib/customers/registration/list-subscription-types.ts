import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { fetchSubscriptionTypes } from './aura.ts';
import type { SubscriptionType } from './schema.ts';

const FRESH_MS = 5 * 60_000;

type Kept = { types: SubscriptionType[]; atMs: number };

/** AURA's subscription types, cached for five minutes; stale while AURA is unavailable. */
export const listSubscriptionTypes = verb('subscription_type.list', z.object({}), async () => {
  const memory = processSingleton<{ last: Kept | null }>('subscription-types', () => ({ last: null }));
  if (memory.last && monotonicMs() - memory.last.atMs < FRESH_MS) return ok(memory.last.types);
  const fetched = await fetchSubscriptionTypes();
  if (fetched.ok) memory.last = { types: fetched.value, atMs: monotonicMs() };
  return !fetched.ok && memory.last ? ok(memory.last.types) : fetched;
});
