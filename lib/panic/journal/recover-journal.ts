import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/records.ts';
import { savedFix } from '#lib/customers/saved-place.ts';
import { readiness } from '#lib/db/readiness.ts';
import { ok } from '#lib/errors/result.ts';
import { auditLateRevocation } from '#lib/identity/late-revocation.ts';
import { verb } from '#lib/identity/verb.ts';
import { REQUEST_BUDGET_MS, unfitness } from '#lib/panic/model.ts';
import { moveCallout, moveToLinked } from '#lib/panic/move-callout.ts';
import { createdFrom } from '#lib/panic/settle-press.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import {
  holdingEntry,
  type JournalEntry,
  listEntries,
  pressesInHand,
  readEntry,
  removeEntry,
  stuckPresses,
  tidyJournal,
  writeEntry,
} from './journal.ts';
import { isDue, withAttempt } from './journal-model.ts';
import { askAura } from './raise-without-database.ts';
import { insertRecovered } from './recover-store.ts';

const HAND_OVER_MS = 5_000;
const SIDE_BY_SIDE = 8;

/**
 * One round over the journal: each press goes into the database if that answers, and is otherwise tried at
 * AURA when it is due. Gives how many presses left the journal.
 */
export const recoverJournal = verb('press.recover', z.object({}), async () => {
  await tidyJournal();
  const waiting = await listEntries();
  if (waiting.length === 0) return ok({ recovered: 0 });
  const isDatabaseBack = (await readiness()).length === 0;
  let recovered = 0;
  const recoverUntilEmpty = async () => {
    for (let pressId = waiting.shift(); pressId !== undefined; pressId = waiting.shift()) {
      if (!pressesInHand().has(pressId) && (await recover(pressId, isDatabaseBack))) recovered += 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, recoverUntilEmpty));
  return ok({ recovered });
});

// One entry that cannot be read or written must not hold up those behind it, nor fill the log.
async function recover(pressId: string, isDatabaseBack: boolean): Promise<boolean> {
  const stuck = stuckPresses();
  try {
    const isOut = isDatabaseBack ? await holdingEntry(pressId, () => handOver(pressId)) : false;
    if (!isDatabaseBack) await tryEntry(pressId);
    stuck.delete(pressId);
    return isOut;
  } catch (error) {
    if (!stuck.has(pressId)) {
      log.error({ error: describeError(error), pressId }, 'press stays in the journal');
    }
    stuck.add(pressId);
    return false;
  }
}

async function handOver(pressId: string): Promise<boolean> {
  const entry = await readEntry(pressId);
  if (!entry) return false;
  await withTimeout(intoDatabase(entry), HAND_OVER_MS);
  await removeEntry(pressId);
  return true;
}

async function intoDatabase(entry: JournalEntry): Promise<void> {
  const { personId, uncheckedEdition, pressId, callout } = entry;
  const needsPlace = entry.state === 'recorded' && !entry.fix;
  const place = needsPlace ? await savedFix(personId) : null;
  const placed = place ? { ...entry, fix: place, lastProblem: null } : entry;
  // Only now can it be seen that AURA gave back a test, or what was called off: then the press goes on being sent.
  const unfit = callout && unfitness(entry.kind, await findCallout(callout.calloutId));
  const created = callout && createdFrom(placed, callout, entry.settledAt ?? now());
  const bettered = await insertRecovered(unfit ? { ...placed, lastProblem: unfit } : placed, created, now());
  if (placed.fix && bettered?.calloutId) await moveCallout(bettered.calloutId, bettered.before, placed.fix);
  if (callout) await moveToLinked(pressId, callout);
  inBackground('asking about a revocation again', () =>
    auditLateRevocation({ personId, uncheckedEdition }, pressId),
  );
}

/** Hands a press of the journal to AURA without the database, when it is due. */
export async function tryEntry(pressId: string): Promise<void> {
  const attempt = await holdingEntry(pressId, async () => {
    const before = await readEntry(pressId);
    if (!before || !isDue(before, now(), env.PRESS_EXPIRY_MINUTES)) return null;
    const begun = withAttempt(before, now());
    await writeEntry(begun);
    return { before, begun };
  });
  if (attempt) await askAura(attempt.before, attempt.begun, REQUEST_BUDGET_MS);
}
