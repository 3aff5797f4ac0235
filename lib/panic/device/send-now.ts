import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { sendNow as sendNowSteps } from '#lib/panic/core/withdraw.ts';
import { carryOut } from '#lib/panic/delivery/carry-out.ts';
import { answer } from '#lib/panic/device/withdraw-press.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { inPressSpan } from '#lib/platform/trace.ts';
import { withHostedPage } from './hosted-page.ts';

/**
 * Ends the grace of a held press and sends it at once. A press that is no longer held, or is withdrawn, only gets its
 * receipt. If this fails, it is sent at the end of its grace all the same.
 */
export const sendNow = verb('press.send', z.object({ pressId: pressIdField }), async (actor, { pressId }) => {
  const { personId } = actor;
  const steps = sendNowSteps({ pressId, personId, isUnchecked: actor.uncheckedEdition !== null });
  try {
    const request = { id: pressId, personId };
    const sending = () => carryOut(steps, REQUEST_BUDGET_MS, request);
    const result = await answer(actor, pressId, await inPressSpan(pressId, 'press.send', sending));
    if (result.ok) return ok(await withHostedPage(actor, result.value, null));
    return result.code === 'press.settled' ? refuse('server.unavailable') : result;
  } catch (error) {
    log.warn({ error: describeError(error), pressId }, 'grace not ended');
    return refuse('server.unavailable');
  }
});
