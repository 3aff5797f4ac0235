import 'server-only';
import { z } from 'zod';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { forgetHeld } from '#lib/panic/device/hold-press.ts';
import { readKept } from '#lib/panic/device/read-receipt.ts';
import { holdingEntry, writeEntry } from '#lib/panic/journal/journal.ts';
import { entryReceipt } from '#lib/panic/journal/journal-model.ts';
import { REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { pressIdField, type Receipt } from '#lib/panic/schema.ts';
import { findPress } from '#lib/panic/store.ts';
import { insertWithdrawn, requestWithdrawal } from '#lib/panic/withdraw-store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

const DATABASE_BUDGET_MS = 1_000;

type Withdrawn = Result<Receipt, 'press.not_found' | 'press.settled' | 'server.unavailable'>;

/**
 * Takes back a press that AURA does not have. When an attempt's outcome is unknown the receipt stays
 * *recorded* until AURA was asked; what it has from the press is then cancelled there. One that has not arrived
 * yet is withdrawn before it does. The wish is kept in the journal beside a press that only that knows.
 */
export const withdrawPress = verb(
  'press.withdraw',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }): Promise<Withdrawn> => {
    // The journal first: it knows what AURA answered when the database did not take that, and its receipts must know of
    // a wish that the database took.
    const before = await withdrawInJournal(actor, pressId);
    // Whose token may have been revoked takes back what was raised without the database, and nothing that is in it.
    if (actor.uncheckedEdition !== null) return before ?? refuse('server.unavailable');
    if (before && !before.ok) {
      // Taken by the database at an earlier try, whose answer was lost: then that is what stands.
      const stands = before.code === 'press.settled' && (await isWished(pressId, actor.personId));
      return stands ? carryOut(pressId) : before;
    }
    const asked = await askDatabase(pressId, actor.personId);
    if (asked === 'wished') {
      forgetHeld(pressId);
      return carryOut(pressId);
    }
    // The press may have gone into the journal meanwhile.
    const journalled = before ?? (await withdrawInJournal(actor, pressId));
    if (journalled) return journalled;
    if (asked === 'silent') return refuse('server.unavailable');
    // It can arrive just now, between the first statement and this one.
    if (!(await insertWithdrawn(pressId, actor.personId, now()))) {
      if (await requestWithdrawal(pressId, actor.personId, now())) return carryOut(pressId);
    }
    return ended(actor, pressId);
  },
);

async function isWished(pressId: string, personId: string): Promise<boolean> {
  try {
    const press = await withTimeout(findPress(pressId), DATABASE_BUDGET_MS);
    const isOwn = press?.personId === personId && press.state === 'recorded';
    return isOwn && press.withdrawRequestedAt !== null;
  } catch (error) {
    log.warn({ error: describeError(error), pressId }, 'press taken back without the database');
    return false;
  }
}

async function askDatabase(pressId: string, personId: string): Promise<'wished' | 'not_open' | 'silent'> {
  const waiting = new AbortController();
  try {
    const asking = requestWithdrawal(pressId, personId, now(), waiting.signal);
    return (await withTimeout(asking, DATABASE_BUDGET_MS)) ? 'wished' : 'not_open';
  } catch (error) {
    // A wish that is written later would undo the answer that is given now.
    waiting.abort();
    log.warn({ error: describeError(error), pressId }, 'press taken back without the database');
    return 'silent';
  }
}

// It is carried out when the press goes into the database: without that it is not known whose help a callout is.
async function withdrawInJournal(actor: PersonActor, pressId: string): Promise<Withdrawn | null> {
  return holdingEntry(pressId, async () => {
    const entry = await readKept(pressId);
    if (!entry) return null;
    if (entry === 'unreadable') return refuse('server.unavailable');
    if (entry.personId !== actor.personId) return refuse('press.not_found');
    if (entry.state !== 'recorded') return refuse('press.settled');
    const wished = { ...entry, withdrawRequestedAt: entry.withdrawRequestedAt ?? now() };
    await writeEntry(wished);
    return ok(entryReceipt(wished, now(), env.PRESS_EXPIRY_MINUTES));
  });
}

async function carryOut(pressId: string): Promise<Withdrawn> {
  const delivered = await deliverPress(systemActor('press.withdraw'), {
    pressId,
    deadlineMs: REQUEST_BUDGET_MS,
  });
  if (!delivered.ok) throw new Error(`a press that is there could not be withdrawn: ${delivered.code}`);
  return delivered;
}

async function ended(actor: PersonActor, pressId: string): Promise<Withdrawn> {
  const press = await findPress(pressId);
  if (press?.personId !== actor.personId) {
    await auditRefusal(actor, { action: 'press.forge', subject: pressId });
    return refuse('press.not_found');
  }
  if (press.state !== 'withdrawn') return refuse('press.settled');
  return ok(receiptOf(press, now(), env.PRESS_EXPIRY_MINUTES));
}
