import 'server-only';
import { z } from 'zod';
import { findCallout, markCancelled, markDuress } from '#lib/callouts/records.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { ok } from '#lib/errors/result.ts';
import type { SystemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { now } from '#lib/platform/clock.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { openedOrNull } from '#lib/platform/unopened.ts';
import { cancelAtAura, giveReason } from './aura.ts';
import { type CancelRequest, isDoubtful, mayBeSent, UNANSWERED_MS } from './model.ts';
import {
  askLater,
  type CancellationRow,
  claimCancellation,
  claimDueCancellations,
  codeOf,
  countAsked,
  markReason,
  nextCancellationMs,
  settleCancellation,
  wasAccepted,
} from './store.ts';

const DEADLINE_MS = 5_000;
/** Longer than the deadlines of one request's calls together, and the time to store the outcome. */
const LEASE_MS = 20_000;
const AT_ONCE = 16;

/** One attempt to cancel at AURA, and its outcome. Safe to call concurrently. */
export const deliverCancellation = verb(
  'cancellation.deliver',
  z.object({ id: z.uuid() }),
  async (actor, { id }) => {
    const row = await claimCancellation(id, LEASE_MS);
    if (row) await deliver(actor, row);
    return ok(null);
  },
);

/** One round of the outbox. Returns when the next cancellation is due. */
export const deliverDueCancellations = verb('cancellation.deliver_due', z.object({}), async (actor) => {
  const due = await claimDueCancellations(AT_ONCE, LEASE_MS);
  await workEach('cancellation', due, (row) => deliver(actor, row));
  return ok({ nextMs: await nextCancellationMs() });
});

async function deliver(actor: SystemActor, row: CancellationRow): Promise<void> {
  const code = codeOf(row);
  const asked: CancelRequest = { by: row.by, hasCode: code !== null, isCodeRight: row.isCodeRight };
  // Before the call: operators must know even while AURA does not answer.
  if (isDoubtful(asked, false)) await markDuress(row.calloutId, now());
  const callout = await findCallout(row.calloutId);
  if (callout?.closedAt) return settleCancellation(row, 'closed', now());
  if (!mayBeSent(asked, await countAsked(row.calloutId, row.by, row.askedAt))) {
    return settleCancellation(row, 'not_sent', now());
  }
  const outcome = await cancelAtAura(row.calloutId, code, DEADLINE_MS);
  if (outcome === 'failed') return later(row);
  // Re-read from AURA: it may have been closed meanwhile.
  await refreshCallout(actor, { calloutId: row.calloutId, source: row.by });
  if (outcome === 'accepted') return accept(row, asked);
  const isClosed = outcome === 'closed' || (await findCallout(row.calloutId))?.closedAt;
  const isUnexplained = outcome === 'refused' && !(await mayBeDone(row));
  if (!isClosed && isDoubtful(asked, isUnexplained)) await markDuress(row.calloutId, now());
  await settleCancellation(row, isClosed ? 'closed' : 'refused', now());
}

/** Whether AURA may have cancelled already: an earlier attempt with unknown outcome, or an earlier request. */
async function mayBeDone(row: CancellationRow): Promise<boolean> {
  return row.attempts > 1 || (await wasAccepted(row.calloutId, row.askedAt));
}

async function accept(row: CancellationRow, asked: CancelRequest): Promise<void> {
  // AURA may only appear to accept a wrong code, and treat it as duress.
  if (!isDoubtful(asked, false)) await markCancelled(row.calloutId, row.by, now());
  if (row.exceptionReasonId !== null && row.reasonState === null) {
    const { calloutId, exceptionReasonId, reason } = row;
    if (!(await markReason(row, 'unsure'))) return;
    await markReason(
      row,
      await giveReason({ calloutId, exceptionReasonId, notes: openedOrNull(reason) ?? '' }, DEADLINE_MS),
    );
  }
  await settleCancellation(row, 'accepted', now());
}

async function later(row: CancellationRow): Promise<void> {
  const at = now();
  if (at.getTime() - row.askedAt.getTime() >= UNANSWERED_MS) return settleCancellation(row, 'unanswered', at);
  await askLater(row, backoffMs(row.attempts, Math.random()));
}
