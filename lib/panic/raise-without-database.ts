import 'server-only';
import type { PersonActor } from '#lib/identity/actor.ts';
import { createCallout } from '#lib/panic/aura.ts';
import { type JournalEntry, pressesInHand, readEntry, writeEntry } from '#lib/panic/journal.ts';
import { afterOutcome, entryReceipt } from '#lib/panic/journal-model.ts';
import { asFix } from '#lib/panic/model.ts';
import type { Raised } from '#lib/panic/schema.ts';
import type { NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';

/** Even when the database used up the budget, AURA gets this long. */
const LEAST_DEADLINE_MS = 1_500;

type RaiseResult = Result<Raised, 'press.not_found' | 'press.not_recorded'>;

/**
 * Hands a press to AURA with nothing but the press token's claims, and keeps it on disk until the database
 * is back. Refused only where nobody would ever know of it: neither AURA nor the disk took it.
 */
export async function raiseWithoutDatabase(
  actor: PersonActor,
  press: NewPress,
  remainingMs: number,
): Promise<RaiseResult> {
  const { customerId } = actor;
  if (customerId === null) return refuse('press.not_recorded');
  const inHand = pressesInHand().add(press.id);
  try {
    return await raiseInHand(actor, { ...press, customerId }, remainingMs);
  } finally {
    inHand.delete(press.id);
  }
}

async function raiseInHand(
  actor: PersonActor,
  press: NewPress & { customerId: number },
  remainingMs: number,
): Promise<RaiseResult> {
  const kept = await findKept(press.id);
  if (kept && kept.personId !== actor.personId) return refuse('press.not_found');
  if (kept) return ok(raised(kept, false));

  const entry = newEntry(press, press.customerId);
  const isKept = await keep(entry);
  if (!entry.fix) return isKept ? ok(raised(entry, true)) : refuse('press.not_recorded');
  const outcome = await createCallout(
    { customerId: press.customerId, kind: entry.kind, ...entry.fix },
    Math.max(LEAST_DEADLINE_MS, remainingMs),
  );
  const after = afterOutcome(entry, outcome, now());
  const isAfterKept = await keep(after);
  if (after.state === 'recorded' && !isKept && !isAfterKept) return refuse('press.not_recorded');
  return ok(raised(after, true));
}

// What cannot be read must not stop the press; AURA folds a repeat into the open callout.
async function findKept(pressId: string): Promise<JournalEntry | null> {
  try {
    return await readEntry(pressId);
  } catch (error) {
    log.error({ error: describeError(error), pressId }, 'journal not readable');
    return null;
  }
}

function newEntry(press: NewPress, customerId: number): JournalEntry {
  const fix = asFix(press);
  const at = now();
  return {
    pressId: press.id,
    personId: press.personId,
    customerId,
    kind: press.kind,
    pressedAt: press.pressedAt,
    receivedAt: press.receivedAt,
    fix,
    state: 'recorded',
    attempts: fix ? 1 : 0,
    lastAttemptAt: fix ? at : null,
    unsettledSince: fix ? at : null,
    lastProblem: fix ? null : 'no_location',
    settledAt: null,
    callout: null,
  };
}

function raised(entry: JournalEntry, isNew: boolean): Raised {
  const receipt = entryReceipt(entry, now(), env.PRESS_EXPIRY_MINUTES);
  return { receipt, isNew, trackingUrl: entry.callout?.trackingUrl ?? null };
}

// A full disk must not stop the press either: it is told to AURA all the same.
async function keep(entry: JournalEntry): Promise<boolean> {
  try {
    await writeEntry(entry);
    return true;
  } catch (error) {
    log.error({ error: describeError(error), pressId: entry.pressId }, 'press not journalled');
    return false;
  }
}
