import 'server-only';
import { saidSafeSince } from '#lib/following/cancellations/records.ts';
import { duressSafeReceipt } from '#lib/panic/core/receipt.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** An answer about a press waits no longer for it. */
const BUDGET_MS = 500;

/**
 * A receipt as its person may see it. After *I am safe*, until that callout has closed, it is the same for a right and a
 * wrong code (decision 0027). Where that cannot be asked, what became of a cry for help is told.
 */
export async function shownReceipt(personId: string, receipt: Receipt): Promise<Receipt> {
  if (receipt.state !== 'delivered' && receipt.state !== 'recorded') return receipt;
  try {
    const since = await withTimeout(saidSafeSince(personId), BUDGET_MS);
    return since && Date.parse(receipt.receivedAt) > since.getTime() ? duressSafeReceipt(receipt) : receipt;
  } catch (error) {
    log.warn({ error: describeError(error), pressId: receipt.pressId }, 'receipt shown unasked');
    return receipt;
  }
}
