import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { takeStep } from '#lib/panic/core/deliver.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { deliver } from '#lib/panic/core/raise.ts';
import { receiptFor } from '#lib/panic/core/receipt.ts';
import { carryOut, moment } from '#lib/panic/delivery/carry-out.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { claimDuePresses, nextPressMs } from '#lib/panic/store.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { inPressSpan } from '#lib/platform/trace.ts';

/** The batch of one worker round; while AURA is slow, the next round runs beside it. */
const A_ROUND = 8;

/**
 * Takes the next step of a press within `deadlineMs` and gives the receipt after it. Of concurrent callers one gets the
 * lease, the others the present receipt.
 */
export const deliverPress = verb(
  'press.deliver',
  z.object({ pressId: pressIdField, deadlineMs: z.number().positive() }),
  async (_actor, { pressId, deadlineMs }) => {
    const work = () => carryOut(deliver(pressId, deadlineMs), deadlineMs);
    const press = await inPressSpan(pressId, 'press.deliver', work);
    return press ? ok(receiptFor(press, moment())) : refuse('press.not_found');
  },
);

/** One round of the outbox: the next step of every due press. Gives when the next one is due. */
export const deliverDuePresses = verb('press.deliver', z.object({}), async () => {
  const due = await claimDuePresses(A_ROUND, REQUEST_BUDGET_MS);
  const leased = due.map((press) => ({ press, deadlineMs: REQUEST_BUDGET_MS }));
  await workEach('press', leased, (one) =>
    inPressSpan(one.press.id, 'press.deliver', () => carryOut(takeStep(one, moment()), one.deadlineMs)),
  );
  return ok({ nextMs: await nextPressMs() });
});
