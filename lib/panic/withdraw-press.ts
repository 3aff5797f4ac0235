import 'server-only';
import { z } from 'zod';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { findPress, requestWithdrawal, scheduleDelivery } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/**
 * Takes back a press that AURA does not have. When an attempt's outcome is unknown the receipt stays
 * *recorded* until AURA was asked; what it has from the press is then cancelled there.
 */
export const withdrawPress = verb(
  'press.withdraw',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }) => {
    const press = await findPress(pressId);
    if (press?.personId !== actor.personId) return refuse('press.not_found');
    if (press.state === 'withdrawn') return ok(receiptOf(press, now()));
    if (!(await requestWithdrawal(pressId, actor.personId, now()))) return refuse('press.settled');
    // Should this process end before the next line is done, the job does it.
    await scheduleDelivery(pressId, now());
    return deliverPress(systemActor('press.withdraw'), { pressId, deadlineMs: REQUEST_BUDGET_MS });
  },
);
