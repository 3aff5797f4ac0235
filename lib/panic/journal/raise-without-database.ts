import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { asFix } from '#lib/geo/model.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { type AuraCallout, auraAheadMs, cancelCallout, createCallout } from '#lib/panic/aura.ts';
import { isHeld } from '#lib/panic/model.ts';
import type { Raised } from '#lib/panic/schema.ts';
import type { NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { holdingEntry, type JournalEntry, pressesInHand, readEntry, writeEntry } from './journal.ts';
import {
  afterOutcome,
  type Clocks,
  entryReceipt,
  isDue,
  withAttempt,
  withBetterFix,
} from './journal-model.ts';

/** Even when the database used up the budget, AURA gets this long. */
const LEAST_DEADLINE_MS = 1_500;

type KnownPress = NewPress & { customerId: number };
type RaiseResult = Result<Raised, 'press.not_found' | 'press.not_recorded'>;

/**
 * Hands a press to AURA with nothing but the press token's claims, and keeps it on disk until the database
 * is back. Refused only where nothing durable has it: neither AURA nor the disk took it.
 */
export async function raiseWithoutDatabase(
  actor: PersonActor,
  press: NewPress,
  remainingMs: number,
): Promise<RaiseResult> {
  const { customerId, uncheckedEdition } = actor;
  if (customerId === null) return refuse('press.not_recorded');
  const inHand = pressesInHand().add(press.id);
  try {
    const fresh = newEntry({ ...press, customerId }, uncheckedEdition);
    const taken = await holdingEntry(press.id, () => take(fresh));
    if (taken.entry.personId === actor.personId) return await goOn(taken, remainingMs);
    // The audit is in the database that does not answer.
    const forged = { action: 'press.forge', subject: press.id };
    inBackground('auditing a forged press', () => auditRefusal(actor, forged));
    return refuse('press.not_found');
  } finally {
    inHand.delete(press.id);
  }
}

type Taken = { before: JournalEntry; entry: JournalEntry; isNew: boolean; isKept: boolean };

/**
 * The press as the journal has it from now on: as it came, or as it was, with the better of the two positions. When
 * it goes out, as a new one does, or one that has a position at last, the attempt is written down as begun.
 */
async function take(fresh: JournalEntry): Promise<Taken> {
  const kept = await findKept(fresh.pressId);
  const isNew = kept === null;
  if (kept && kept.personId !== fresh.personId) return { before: kept, entry: kept, isNew, isKept: true };
  const placed = kept ? withBetterFix(kept, fresh.fix) : fresh;
  const held = isHeld(placed, now());
  const heldBy = held ? await keepHeld(placed, kept) : null;
  if (heldBy) return { before: heldBy, entry: heldBy, isNew, isKept: true };
  // A grace that nothing durable holds would lose the press with this process: then it goes at once.
  const before = held ? { ...placed, sendsAt: null } : placed;
  const goesOut = before.attempts === 0 && isDue(before, now(), env.PRESS_EXPIRY_MINUTES);
  const entry = goesOut ? withAttempt(before, now()) : before;
  return { before, entry, isNew, isKept: entry === kept || (await keep(entry)) };
}

/** The held entry as the disk has it; null when the disk has none. */
async function keepHeld(placed: JournalEntry, kept: JournalEntry | null): Promise<JournalEntry | null> {
  return placed === kept || (await keep(placed)) ? placed : kept;
}

async function goOn({ before, entry, isNew, isKept }: Taken, remainingMs: number): Promise<RaiseResult> {
  if (entry === before) return isKept ? ok(raised(entry, isNew)) : refuse('press.not_recorded');
  const answered = await askAura(before, entry, Math.max(LEAST_DEADLINE_MS, remainingMs));
  const isKnownOf = isKept || answered.isKept || answered.entry.state !== 'recorded';
  return isKnownOf ? ok(raised(answered.entry, isNew)) : refuse('press.not_recorded');
}

/** One attempt of a press in the journal, written down as `begun`; gives the entry after it. */
export async function askAura(
  before: JournalEntry,
  begun: JournalEntry,
  deadlineMs: number,
): Promise<{ entry: JournalEntry; isKept: boolean }> {
  const { pressId, customerId, kind, fix } = begun;
  if (!fix) return { entry: begun, isKept: true };
  const outcome = await createCallout({ customerId, kind, where: fix }, deadlineMs);
  const answered = await holdingEntry(pressId, async () => {
    // It may have been taken back meanwhile.
    const entry = afterOutcome((await findKept(pressId)) ?? begun, before, outcome, clocks());
    return { entry, isKept: await keep(entry) };
  });
  // A test that is open there: it is ended, as the next attempt would only get it again.
  const isTest = outcome.kind === 'created' && answered.entry.lastProblem === 'test_open';
  if (isTest) await cancelCallout(outcome.callout.calloutId, deadlineMs);
  return answered;
}

/** Keeps AURA's answer to a press that the database took, and then did not take the answer to. */
export async function journalAnswer(
  press: KnownPress,
  callout: AuraCallout,
): Promise<Pick<Raised, 'receipt' | 'trackingUrl'>> {
  const before = newEntry({ ...press, sendsAt: null }, null);
  const begun = withAttempt(before, press.receivedAt);
  const entry = afterOutcome(begun, before, { kind: 'created', callout }, clocks());
  await holdingEntry(press.id, () => keep(entry));
  return raised(entry, true);
}

const clocks = (): Clocks => ({ at: now(), auraAheadMs: auraAheadMs() });

// What cannot be read must not stop the press; AURA folds a repeat into the open callout.
async function findKept(pressId: string): Promise<JournalEntry | null> {
  try {
    return await readEntry(pressId);
  } catch (error) {
    log.error({ error: describeError(error), pressId }, 'journal not readable');
    return null;
  }
}

function newEntry(press: KnownPress, uncheckedEdition: number | null): JournalEntry {
  const fix = asFix(press);
  return {
    pressId: press.id,
    personId: press.personId,
    customerId: press.customerId,
    kind: press.kind,
    pressedAt: press.pressedAt,
    receivedAt: press.receivedAt,
    sendsAt: press.sendsAt ?? null,
    fix,
    state: 'recorded',
    attempts: 0,
    lastAttemptAt: null,
    outcomeUnknownSince: null,
    lastProblem: fix ? null : 'no_location',
    settledAt: null,
    withdrawRequestedAt: null,
    uncheckedEdition,
    callout: null,
  };
}

function raised(entry: JournalEntry, isNew: boolean): Raised {
  const receipt = entryReceipt(entry, now(), env.PRESS_EXPIRY_MINUTES);
  return { receipt, isNew, trackingUrl: trackingUrlOf(entry) };
}

/** AURA's page of a press that it has; of no other's. */
export function trackingUrlOf({ state, callout }: JournalEntry): string | null {
  return state === 'delivered' ? (callout?.trackingUrl ?? null) : null;
}

// A full disk must not stop the press either: AURA gets it all the same.
async function keep(entry: JournalEntry): Promise<boolean> {
  try {
    await writeEntry(entry);
    return true;
  } catch (error) {
    log.error({ error: describeError(error), pressId: entry.pressId }, 'press not journalled');
    return false;
  }
}
