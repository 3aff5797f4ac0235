import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { createCallout } from '#lib/panic/aura.ts';
import { type JournalEntry, listEntries, readEntry, removeEntry, writeEntry } from '#lib/panic/journal.ts';
import { afterOutcome, isDue } from '#lib/panic/journal-model.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/model.ts';
import { insertRecovered } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { ok } from '#lib/platform/result.ts';
import { withinMs } from '#lib/platform/within.ts';

const HAND_OVER_MS = 2_000;

/**
 * One round over the journal: each press goes into the database if that takes it, and is otherwise tried at
 * AURA when it is due. Gives how many presses left the journal.
 */
export const recoverJournal = verb('press.recover', z.object({}), async () => {
  let recovered = 0;
  for (const pressId of await listEntries()) {
    const entry = await readEntry(pressId);
    if (!entry) continue;
    if (await handedOver(entry)) {
      await removeEntry(pressId);
      recovered += 1;
    } else if (isDue(entry, now(), env.PRESS_EXPIRY_MINUTES)) {
      await tryAgain(entry);
    }
  }
  return ok({ recovered });
});

async function handedOver(entry: JournalEntry): Promise<boolean> {
  try {
    await withinMs(handOver(entry), HAND_OVER_MS);
    return true;
  } catch (error) {
    log.warn({ error: describeError(error), pressId: entry.pressId }, 'press stays in the journal');
    return false;
  }
}

async function handOver(entry: JournalEntry): Promise<void> {
  const { pressId, personId, kind, fix, callout } = entry;
  const at = now();
  const created = callout && { ...callout, personId, kind, fix, at: entry.settledAt ?? at };
  await insertRecovered(
    {
      id: pressId,
      personId,
      kind,
      state: entry.state,
      pressedAt: entry.pressedAt,
      receivedAt: entry.receivedAt,
      ...fix,
      attempts: entry.attempts,
      lastAttemptAt: entry.lastAttemptAt,
      unsettledSince: entry.unsettledSince,
      lastProblem: entry.lastProblem,
      settledAt: entry.settledAt,
      calloutId: callout?.calloutId ?? null,
    },
    created,
    at,
  );
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
