import 'server-only';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { firstJobAt, REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { type Receipt, raisePressInput } from '#lib/panic/schema.ts';
import { findPress, insertPress } from '#lib/panic/store.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';

/**
 * Commits the press, then tries AURA for what is left of the request's budget, and gives the receipt.
 * The same id again gives the present receipt and starts nothing; an id of somebody else's press is refused.
 */
export const raisePress = verb('press.raise', raisePressInput, async (actor, input) => {
  const startedMs = monotonicMs();
  const receivedAt = now();
  const isNew = await insertPress(
    {
      id: input.pressId,
      personId: actor.personId,
      kind: input.kind,
      pressedAt: input.pressedAt,
      receivedAt,
      latitude: input.location?.latitude ?? null,
      longitude: input.location?.longitude ?? null,
      accuracyM: input.location?.accuracy ?? null,
      fixedAt: input.location?.fixedAt ?? null,
      fixSource: input.location?.source ?? null,
      // AURA takes no callout without a position; the press stays with us, in front of the operators.
      lastProblem: input.location ? null : 'no_location',
    },
    firstJobAt(receivedAt, input.location !== undefined, env.PRESS_EXPIRY_MINUTES),
  );
  if (!isNew) return repeated(input.pressId, actor.personId);

  const delivered = await deliverPress(systemActor('press.raise'), {
    pressId: input.pressId,
    deadlineMs: Math.max(1, REQUEST_BUDGET_MS - (monotonicMs() - startedMs)),
  });
  if (!delivered.ok)
    throw new Error(`a press that was just committed could not be delivered: ${delivered.code}`);
  return ok({ receipt: delivered.value, isNew: true });
});

async function repeated(
  pressId: string,
  personId: string,
): Promise<Result<{ receipt: Receipt; isNew: boolean }, 'press.not_found'>> {
  const press = await findPress(pressId);
  if (press?.personId !== personId) return refuse('press.not_found');
  return ok({ receipt: receiptOf(press, now()), isNew: false });
}
