import 'server-only';
import { z } from 'zod';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { readEntry } from '#lib/panic/journal.ts';
import { REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { pressIdField, type Receipt } from '#lib/panic/schema.ts';
import { findPress, scheduleDelivery } from '#lib/panic/store.ts';
import { insertWithdrawn, requestWithdrawal } from '#lib/panic/withdraw-store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';

type Refused = 'press.not_found' | 'press.settled' | 'server.unavailable';

/**
 * Takes back a press that AURA does not have. When an attempt's outcome is unknown the receipt stays
 * *recorded* until AURA was asked; what it has from the press is then cancelled there. One that has not arrived
 * yet is withdrawn before it does.
 */
export const withdrawPress = verb(
  'press.withdraw',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }) => {
    if (await requestWithdrawal(pressId, actor.personId, now())) return carryOut(pressId);
    // The journal knows of presses that the database does not have yet; they cannot be stopped from here.
    if (await readEntry(pressId)) return refuse('server.unavailable');
    // It can arrive just now, between the first statement and this one.
    if (!(await insertWithdrawn(pressId, actor.personId, now()))) {
      if (await requestWithdrawal(pressId, actor.personId, now())) return carryOut(pressId);
    }
    return ended(pressId, actor.personId);
  },
);

async function carryOut(pressId: string): Promise<Result<Receipt, Refused>> {
  // Should this process end before the next line is done, the job does it.
  await scheduleDelivery(pressId, now());
  const delivered = await deliverPress(systemActor('press.withdraw'), {
    pressId,
    deadlineMs: REQUEST_BUDGET_MS,
  });
  if (!delivered.ok) throw new Error(`a press that is there could not be withdrawn: ${delivered.code}`);
  return delivered;
}

async function ended(pressId: string, personId: string): Promise<Result<Receipt, Refused>> {
  const press = await findPress(pressId);
  if (press?.personId !== personId) return refuse('press.not_found');
  if (press.state !== 'withdrawn') return refuse('press.settled');
  return ok(receiptOf(press, now(), env.PRESS_EXPIRY_MINUTES));
}
