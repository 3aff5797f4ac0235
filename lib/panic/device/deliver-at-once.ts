import 'server-only';
import { makeFirstAttempt, type Unwritten } from '#lib/panic/deliver-press.ts';
import { journalAnswer } from '#lib/panic/journal/raise-without-database.ts';
import { ON_ITS_WAY_MS, type PressRecord, receiptOf } from '#lib/panic/model.ts';
import type { Raised } from '#lib/panic/schema.ts';
import { announcePress, type ClaimedPress, type NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** Beyond the call to AURA: writing its answer down. */
const WRITING_MS = 500;

type Told = Pick<Raised, 'receipt' | 'trackingUrl'>;

/**
 * The first attempt of a press that is committed, and the receipt after it. Whatever happens now, the press is not
 * lost, and the job goes on with it; nothing is claimed but what was heard.
 */
export async function deliverAtOnce(
  press: NewPress,
  claimed: ClaimedPress,
  deadlineMs: number,
): Promise<Told> {
  const { id, personId, fix } = claimed;
  if (!fix) return told(claimed);
  const unwritten: Unwritten = { callout: null };
  // Until then the operators' list leaves it out; from then on they must see it, though nothing has changed.
  const overdue = setTimeout(
    () => inBackground('telling of an overdue press', () => announcePress(id, personId)),
    ON_ITS_WAY_MS,
  );
  try {
    const delivering = makeFirstAttempt(claimed, fix, deadlineMs, unwritten);
    return told((await withTimeout(delivering, deadlineMs + WRITING_MS)) ?? asBegun(claimed));
  } catch (error) {
    log.error({ error: describeError(error), pressId: id }, 'outcome of an attempt not written down in time');
    const { callout } = unwritten;
    if (!callout) return told(asBegun(claimed));
    return journalAnswer({ ...press, customerId: claimed.customerId }, callout);
  } finally {
    clearTimeout(overdue);
  }
}

function told(record: PressRecord): Told {
  return { receipt: receiptOf(record, now(), env.PRESS_EXPIRY_MINUTES), trackingUrl: null };
}

function asBegun(claimed: ClaimedPress): PressRecord {
  const at = claimed.receivedAt;
  return { ...claimed, attempts: 1, lastAttemptAt: at, outcomeUnknownSince: at };
}
