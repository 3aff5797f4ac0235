import 'server-only';
import { z } from 'zod';
import { recordCallout } from '#lib/callouts/record-callout.ts';
import { verb } from '#lib/identity/verb.ts';
import { type CreateCalloutOutcome, createCallout } from '#lib/panic/aura.ts';
import { expiryMs, receiptOf, retryDelayMs } from '#lib/panic/model.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import {
  type ClaimedPress,
  claimPress,
  expirePress,
  findPress,
  releasePress,
  scheduleDelivery,
  settlePress,
} from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { database } from '#lib/platform/db/database.ts';
import { env } from '#lib/platform/env.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** How much longer than its call to AURA a claim lasts: time to write the outcome down. */
const CLAIM_MARGIN_MS = 3_000;

/**
 * One attempt to hand a press to AURA, within `deadlineMs`; gives the receipt after it. Any number of
 * callers may try at once: one holds the claim, the others get the receipt as it stands. An attempt whose
 * answer was lost is simply made again, since AURA returns the callout that is open.
 */
export const deliverPress = verb(
  'press.deliver',
  z.object({ pressId: pressIdField, deadlineMs: z.number().positive() }),
  async (_actor, { pressId, deadlineMs }) => {
    const at = now();
    await expirePress(pressId, at, new Date(at.getTime() - expiryMs(env.PRESS_EXPIRY_MINUTES)));
    const claimed = await claimPress(pressId, at, new Date(at.getTime() + deadlineMs + CLAIM_MARGIN_MS));
    if (claimed) await attempt(claimed, deadlineMs);
    const press = await findPress(pressId);
    return press ? ok(receiptOf(press, now())) : refuse('press.not_found');
  },
);

async function attempt(press: ClaimedPress, deadlineMs: number): Promise<void> {
  const outcome = await createCallout(
    { customerId: press.customerId, kind: press.kind, ...press.fix },
    deadlineMs,
  );
  return write(press, outcome);
}

async function write(press: ClaimedPress, outcome: CreateCalloutOutcome): Promise<void> {
  const at = now();
  switch (outcome.kind) {
    case 'created': {
      const { calloutId, rawStatus, trackingUrl } = outcome;
      return database().transaction(async (tx) => {
        await recordCallout(tx, {
          calloutId,
          rawStatus,
          trackingUrl,
          personId: press.personId,
          kind: press.kind,
          fix: press.fix,
          at,
        });
        await settlePress(tx, press.id, { state: 'delivered', calloutId }, at);
      });
    }
    case 'rejected':
      return settlePress(database(), press.id, { state: 'rejected', lastProblem: outcome.problem }, at);
    case 'failed': {
      await releasePress(press.id, outcome.problem);
      const retryAt = new Date(at.getTime() + retryDelayMs(press.attempts, Math.random()));
      return scheduleDelivery(database(), press.id, retryAt);
    }
  }
}
