import 'server-only';
import { z } from 'zod';
import type { Result } from '#lib/errors/result.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { fetchSubscriptionTypes } from './aura.ts';
import type { SubscriptionType } from './schema.ts';

const FRESH_MS = 5 * 60_000;
/** Anybody may load the page that asks: AURA, when it is away, is not asked for each load. */
const UNANSWERED_MS = 5_000;

type Asked = Result<SubscriptionType[], 'subscription.types_unavailable'>;
type Memory = {
  types: SubscriptionType[] | null;
  /** Until when AURA is not asked again. */
  askAgainAtMs: number;
  last: Asked | null;
  asking: Promise<Asked> | null;
};

/** AURA's subscription types, cached for five minutes; stale while AURA is unavailable. Asked once for all who wait. */
export const listSubscriptionTypes = verb('subscription_type.list', z.object({}), async () => {
  const memory = processSingleton<Memory>('subscription-types', () => ({
    types: null,
    askAgainAtMs: 0,
    last: null,
    asking: null,
  }));
  if (memory.last && monotonicMs() < memory.askAgainAtMs) return memory.last;
  memory.asking ??= ask(memory).finally(() => {
    memory.asking = null;
  });
  return memory.asking;
});

async function ask(memory: Memory): Promise<Asked> {
  const fetched = await fetchSubscriptionTypes();
  if (fetched.ok) memory.types = fetched.value;
  memory.askAgainAtMs = monotonicMs() + (fetched.ok ? FRESH_MS : UNANSWERED_MS);
  memory.last = !fetched.ok && memory.types ? ok(memory.types) : fetched;
  return memory.last;
}
