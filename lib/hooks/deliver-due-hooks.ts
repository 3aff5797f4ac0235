import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { counter } from '#lib/platform/metrics.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { postToPublic } from '#lib/platform/outgoing-public.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';
import { type Attempt, bodyOf, isTaken, retryAfterMs } from './model.ts';
import {
  claimDueDeliveries,
  type DueDelivery,
  nextDeliveryMs,
  postponeDelivery,
  settleDelivery,
} from './queue-store.ts';
import { signedHeaders } from './signature-model.ts';

const TIMEOUT_MS = 10_000;
/** Longer than the call's deadline, and the time to store the outcome. */
const LEASE_MS = 30_000;
/** To one endpoint. */
const AT_ONCE = 8;
/** Where all that is due waits for an endpoint that is busy. */
const BUSY_MS = 1_000;

const deliveries = counter({
  name: 'vigil_hook_attempts_total',
  help: 'Attempts to hand a webhook to another system, by what became of it.',
  labelNames: ['outcome'],
});
for (const outcome of ['delivered', 'later', 'failed'] as const) deliveries.inc({ outcome }, 0);

/** One round of the outbox. Returns when the next delivery is due. */
export const deliverDueHooks = verb('hook.deliver_due', z.object({}), async () => {
  const due = await claimDueDeliveries(AT_ONCE, LEASE_MS);
  await workEach('hook', due, deliver);
  const nextMs = await nextDeliveryMs();
  return ok({ nextMs: due.length === 0 && nextMs !== null ? Math.max(BUSY_MS, nextMs) : nextMs });
});

async function deliver(row: DueDelivery): Promise<void> {
  const attempt = await attemptOf(row);
  if (attempt.problem === null) {
    deliveries.inc({ outcome: 'delivered' });
    return settleDelivery(row, 'delivered', attempt);
  }
  const isOff = attempt.problem === 'switched_off';
  const afterMs = isOff ? null : retryAfterMs(row.attempts, Math.random(), attempt.retryAfter);
  if (afterMs !== null) {
    deliveries.inc({ outcome: 'later' });
    return postponeDelivery(row, afterMs, attempt);
  }
  deliveries.inc({ outcome: 'failed' });
  const { problem, status } = attempt;
  log.warn({ endpoint: row.endpointId, problem, status }, 'a webhook was given up; an admin may replay it');
  return settleDelivery(row, 'failed', attempt);
}

async function attemptOf({ endpoint, event, isPreviousValid }: DueDelivery): Promise<Attempt> {
  const failed = (problem: Attempt['problem']): Attempt => ({ problem, status: null, retryAfter: null });
  const { url, secret, previousSecret, switchedOffAt } = endpoint;
  if (switchedOffAt !== null) return failed('switched_off');
  if (url === UNOPENED || secret === UNOPENED) return failed('unopened');
  const previous =
    isPreviousValid && previousSecret !== null && previousSecret !== UNOPENED ? [previousSecret] : [];
  const body = bodyOf(event);
  const answer = await postToPublic(url, {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'vigil-webhooks',
      ...signedHeaders({ id: `evt_${event.id}`, at: now(), body }, [secret, ...previous]),
    },
    body: Buffer.from(body),
    timeoutMs: TIMEOUT_MS,
    mayBeLoopback: !env.isLive,
  });
  if (answer.kind === 'refused') return failed('own_network');
  if (answer.kind === 'unanswered') return failed('unanswered');
  const { status, retryAfter } = answer;
  return { problem: isTaken(status) ? null : 'status', status, retryAfter };
}
