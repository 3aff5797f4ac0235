import 'server-only';
import { z } from 'zod';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { entryReceipt } from '#lib/panic/core/journal.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { receiptFor } from '#lib/panic/core/receipt.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { type Answered, withdraw } from '#lib/panic/core/withdraw.ts';
import { carryOut, moment } from '#lib/panic/delivery/carry-out.ts';
import { shownReceipt } from '#lib/panic/device/shown-receipt.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { inPressSpan } from '#lib/platform/trace.ts';

type Withdrawn = Result<Receipt, 'press.not_found' | 'press.settled' | 'server.unavailable'>;

/**
 * Withdraws a press that is not delivered. After an attempt of unknown outcome the receipt stays *recorded* until AURA
 * was asked and its callout cancelled. A press that has not arrived yet is withdrawn before it does.
 */
export const withdrawPress = verb(
  'press.withdraw',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }): Promise<Withdrawn> => {
    const isUnchecked = actor.uncheckedEdition !== null;
    const asking = { pressId, personId: actor.personId, isUnchecked };
    const withdrawing = () => carryOut(withdraw(asking, moment()), REQUEST_BUDGET_MS);
    return answer(actor, pressId, await inPressSpan(pressId, 'press.withdraw', withdrawing));
  },
);

/** The receipt, or the refusal, that answers a request about a press. */
export async function answer(actor: PersonActor, pressId: string, answered: Answered): Promise<Withdrawn> {
  const { at, expiryMinutes } = moment();
  switch (answered.kind) {
    case 'press':
      return ok(await shownReceipt(actor.personId, receiptFor(answered.press, { at, expiryMinutes })));
    case 'entry':
      return ok(entryReceipt(answered.entry, at, expiryMinutes));
    case 'not_theirs':
      if (answered.knownBy === 'database')
        await auditRefusal(actor, { action: 'press.forge', subject: pressId });
      return refuse('press.not_found');
    case 'settled':
      return refuse('press.settled');
    case 'unavailable':
      return refuse('server.unavailable');
  }
}
