import 'server-only';
import { makeFirstAttempt, type Unwritten } from '#lib/panic/deliver-press.ts';
import { announcingOverdue } from '#lib/panic/device/announce-overdue.ts';
import { journalAnswer } from '#lib/panic/journal/raise-without-database.ts';
import { type PressRecord, receiptOf } from '#lib/panic/model.ts';
import type { Raised } from '#lib/panic/schema.ts';
import type { ClaimedPress, NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** Beyond the call to AURA: writing its answer down. */
const WRITING_MS = 500;

type Answer = Pick<Raised, 'receipt' | 'trackingUrl'>;

/**
 * The first attempt of a press that is committed, and the receipt after it. Whatever happens now, the press is not
 * lost, and the job goes on with it; nothing is claimed but what was heard.
 */
export async function deliverAtOnce(
  press: NewPress,
  claimed: ClaimedPress,
  deadlineMs: number,
): Promise<Answer> {
  const { id, fix } = claimed;
  if (!fix) return answerOf(claimed);
  const unwritten: Unwritten = { callout: null };
  try {
    const delivered = await announcingOverdue(claimed, () =>
      withTimeout(makeFirstAttempt(claimed, fix, deadlineMs, unwritten), deadlineMs + WRITING_MS),
    );
    return answerOf(delivered ?? asBegun(claimed));
  } catch (error) {
    log.error({ error: describeError(error), pressId: id }, 'outcome of an attempt not written down in time');
    const { callout } = unwritten;
    if (!callout) return answerOf(asBegun(claimed));
    return journalAnswer({ ...press, customerId: claimed.customerId }, callout);
  }
}

function answerOf(record: PressRecord): Answer {
  return { receipt: receiptOf(record, now(), env.PRESS_EXPIRY_MINUTES), trackingUrl: null };
}

function asBegun(claimed: ClaimedPress): PressRecord {
  const at = claimed.receivedAt;
  return { ...claimed, attempts: 1, lastAttemptAt: at, outcomeUnknownSince: at };
}
