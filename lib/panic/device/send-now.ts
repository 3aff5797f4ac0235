import 'server-only';
import { z } from 'zod';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { announcingOverdue } from '#lib/panic/device/announce-overdue.ts';
import { afterDelivery } from '#lib/panic/device/hold-press.ts';
import { readKept } from '#lib/panic/device/read-receipt.ts';
import { endGrace } from '#lib/panic/grace-store.ts';
import { holdingEntry, writeEntry } from '#lib/panic/journal/journal.ts';
import { entryReceipt } from '#lib/panic/journal/journal-model.ts';
import { tryEntry } from '#lib/panic/journal/recover-journal.ts';
import { REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { pressIdField, type Receipt } from '#lib/panic/schema.ts';
import { findPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

const DATABASE_BUDGET_MS = 1_000;

type Sent = Result<Receipt, 'press.not_found' | 'server.unavailable'>;

/**
 * Ends the grace of a held press, which goes to AURA at once. Of a press that is not held any more, or was taken back,
 * nothing changes: the receipt says what is true. Without an answer it is sent at the end of its grace all the same.
 */
export const sendNow = verb(
  'press.send',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }): Promise<Sent> => {
    const journalled = await sendFromJournal(actor, pressId);
    if (journalled) return journalled;
    // Whose token may have been revoked moves nothing that is in the database.
    if (actor.uncheckedEdition !== null) return refuse('server.unavailable');
    try {
      const isEnded = await withTimeout(endGrace(pressId, actor.personId), DATABASE_BUDGET_MS);
      if (isEnded) return await deliver(actor, pressId);
      await afterDelivery(pressId);
      return await asItStands(actor, pressId);
    } catch (error) {
      log.warn({ error: describeError(error), pressId }, 'grace not ended');
      return refuse('server.unavailable');
    }
  },
);

async function deliver({ personId }: PersonActor, pressId: string): Promise<Sent> {
  const delivered = await announcingOverdue({ id: pressId, personId }, () =>
    deliverPress(systemActor('press.send'), { pressId, deadlineMs: REQUEST_BUDGET_MS }),
  );
  if (!delivered.ok) throw new Error(`a press that is there could not be sent: ${delivered.code}`);
  return delivered;
}

async function asItStands(actor: PersonActor, pressId: string): Promise<Sent> {
  const press = await withTimeout(findPress(pressId), DATABASE_BUDGET_MS);
  if (press?.personId === actor.personId) return ok(receiptOf(press, now(), env.PRESS_EXPIRY_MINUTES));
  if (press) await auditRefusal(actor, { action: 'press.forge', subject: pressId });
  return refuse('press.not_found');
}

async function sendFromJournal(actor: PersonActor, pressId: string): Promise<Sent | null> {
  const found = await holdingEntry(pressId, async () => {
    const entry = await readKept(pressId);
    if (!entry || entry === 'unreadable' || entry.personId !== actor.personId) return entry;
    if (entry.sendsAt && entry.sendsAt > now()) await writeEntry({ ...entry, sendsAt: now() });
    return entry;
  });
  if (!found) return null;
  if (found === 'unreadable') return refuse('server.unavailable');
  if (found.personId !== actor.personId) return refuse('press.not_found');
  await tryEntry(pressId);
  const after = await readKept(pressId);
  // Gone meanwhile: it is in the database by now.
  if (!after) return asItStands(actor, pressId);
  return after === 'unreadable'
    ? refuse('server.unavailable')
    : ok(entryReceipt(after, now(), env.PRESS_EXPIRY_MINUTES));
}
