import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { createCallout } from '#lib/panic/aura.ts';
import {
  type JournalEntry,
  listEntries,
  pressesInHand,
  readEntry,
  removeEntry,
  writeEntry,
} from '#lib/panic/journal.ts';
import { afterOutcome, isDue } from '#lib/panic/journal-model.ts';
import { REQUEST_BUDGET_MS, unfitness } from '#lib/panic/model.ts';
import { insertRecovered, type NewPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { readiness } from '#lib/platform/readiness.ts';
import { ok } from '#lib/platform/result.ts';
import { withinMs } from '#lib/platform/within.ts';

const HAND_OVER_MS = 5_000;
const SIDE_BY_SIDE = 8;

/**
 * One round over the journal: each press goes into the database if that answers, and is otherwise tried at
 * AURA when it is due. Gives how many presses left the journal.
 */
export const recoverJournal = verb('press.recover', z.object({}), async () => {
  const waiting = (await listEntries()).filter((pressId) => !pressesInHand().has(pressId));
  if (waiting.length === 0) return ok({ recovered: 0 });
  const isDatabaseBack = (await readiness()).length === 0;
  let recovered = 0;
  const recoverUntilEmpty = async () => {
    for (let pressId = waiting.shift(); pressId !== undefined; pressId = waiting.shift()) {
      if (await recover(pressId, isDatabaseBack)) recovered += 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, recoverUntilEmpty));
  return ok({ recovered });
});

// One entry that cannot be read or written must not hold up those behind it.
async function recover(pressId: string, isDatabaseBack: boolean): Promise<boolean> {
  try {
    const entry = await readEntry(pressId);
    if (!entry) return false;
    if (isDatabaseBack) {
      await withinMs(handOver(entry), HAND_OVER_MS);
      await removeEntry(pressId);
      return true;
    }
    if (isDue(entry, now(), env.PRESS_EXPIRY_MINUTES)) await tryAgain(entry);
  } catch (error) {
    log.warn({ error: describeError(error), pressId }, 'press stays in the journal');
  }
  return false;
}

// The database may have the press already: a commit can succeed and its answer be lost.
async function handOver(entry: JournalEntry): Promise<void> {
  const { personId, kind, fix, callout } = entry;
  const at = now();
  const unfit = unfitness(kind, callout && (await findCallout(callout.calloutId)));
  // Only now can it be seen that AURA gave back a test, or what was called off: the press goes on being sent.
  if (unfit) return insertRecovered({ ...pressOf(entry), ...UNSETTLED, lastProblem: unfit }, null, at);
  const created = callout && { ...callout, personId, kind, fix, at: entry.settledAt ?? at };
  await insertRecovered(pressOf(entry), created, at);
}

const UNSETTLED = { state: 'recorded', settledAt: null, calloutId: null } as const;

function pressOf({ pressId, customerId: _, fix, callout, ...entry }: JournalEntry): NewPress {
  return { ...entry, ...fix, id: pressId, calloutId: callout?.calloutId ?? null };
}

async function tryAgain(entry: JournalEntry): Promise<void> {
  const { customerId, kind, fix } = entry;
  if (!fix) return;
  const at = now();
  const begun = {
    ...entry,
    attempts: entry.attempts + 1,
    lastAttemptAt: at,
    unsettledSince: entry.unsettledSince ?? at,
  };
  await writeEntry(begun);
  const outcome = await createCallout({ customerId, kind, ...fix }, REQUEST_BUDGET_MS);
  await writeEntry(afterOutcome(begun, outcome, now()));
}
