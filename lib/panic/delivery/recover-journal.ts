import 'server-only';
import { z } from 'zod';
import { savedFix } from '#lib/customers/saved-place.ts';
import { readiness } from '#lib/db/readiness.ts';
import { ok } from '#lib/errors/result.ts';
import { auditLateRevocation } from '#lib/identity/late-revocation.ts';
import { verb } from '#lib/identity/verb.ts';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import { tryEntry } from '#lib/panic/core/journal.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { handOver as handOverSteps } from '#lib/panic/core/recover.ts';
import { carryOut, moment } from '#lib/panic/delivery/carry-out.ts';
import {
  holdingEntry,
  listEntries,
  pressesInRequest,
  readEntry,
  stuckPresses,
  tidyJournal,
} from '#lib/panic/journal/journal.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { inPressSpan } from '#lib/platform/trace.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

const HAND_OVER_MS = 5_000;
const CONCURRENCY = 8;

/**
 * One round over the journal: each press moves into the database if that answers; otherwise an attempt is made when one
 * is due. Gives how many presses left the journal.
 */
export const recoverJournal = verb('press.recover', z.object({}), async () => {
  await tidyJournal();
  const waiting = await listEntries();
  if (waiting.length === 0) return ok({ recovered: 0 });
  const isDatabaseBack = (await readiness()).length === 0;
  let recovered = 0;
  const recoverUntilEmpty = async () => {
    for (let pressId = waiting.shift(); pressId !== undefined; pressId = waiting.shift()) {
      if (!pressesInRequest().has(pressId) && (await recoverTraced(pressId, isDatabaseBack))) recovered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, recoverUntilEmpty));
  return ok({ recovered });
});

const recoverTraced = (pressId: string, isDatabaseBack: boolean) =>
  inPressSpan(pressId, 'press.recover', () => recover(pressId, isDatabaseBack));

// A failing entry must not block the others, nor fill the log.
async function recover(pressId: string, isDatabaseBack: boolean): Promise<boolean> {
  const stuck = stuckPresses();
  try {
    const isOut = isDatabaseBack ? await holdingEntry(pressId, () => handOver(pressId)) : false;
    if (!isDatabaseBack) await carryOut(tryEntry(pressId), REQUEST_BUDGET_MS);
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
  return true;
}

async function intoDatabase(entry: JournalEntry): Promise<void> {
  const { personId, uncheckedEdition, uncheckedDevice: deviceId, pressId } = entry;
  const needsPlace = entry.state === 'recorded' && !entry.fix;
  const place = needsPlace ? await savedFix(personId) : null;
  const placed = place ? { ...entry, fix: place, lastProblem: null } : entry;
  await carryOut(handOverSteps(placed, entry, moment()), REQUEST_BUDGET_MS);
  inBackground('asking about a revocation again', () =>
    auditLateRevocation({ personId, uncheckedEdition, deviceId }, pressId),
  );
}
