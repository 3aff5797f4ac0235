import 'server-only';
import type { z } from 'zod';
import { findSavedPlace } from '#lib/customers/store.ts';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { claimEnd, deliverPress, makeFirstAttempt } from '#lib/panic/deliver-press.ts';
import { keepBetterFix } from '#lib/panic/fix-store.ts';
import { asFix, firstJobAt, REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { raiseWithoutDatabase } from '#lib/panic/raise-without-database.ts';
import { type Raised, type Receipt, raisePressInput } from '#lib/panic/schema.ts';
import { type ClaimedPress, findPress, insertPress, type NewPress } from '#lib/panic/store.ts';
import { auditRefusal } from '#lib/platform/audit.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';
import { withinMs } from '#lib/platform/within.ts';

/** What the database gets to take a press, before the press goes on without it. */
const RECORD_BUDGET_MS = 1_000;
/** Beyond the call to AURA: claiming before it and writing down after it. */
const DELIVERY_MARGIN_MS = 500;

type RaisePress = z.output<typeof raisePressInput>;
type RaiseResult = Result<Raised, 'press.not_found' | 'press.not_recorded'>;

/**
 * Commits the press, then tries AURA for what is left of the request's budget, and gives the receipt. The same
 * id again gives the present receipt; an id of somebody else's press is refused. When the
 * database does not take it, the press goes straight to AURA and into the journal.
 */
export const raisePress = verb('press.raise', raisePressInput, async (actor, input) => {
  const underWay = onceGlobally('presses-under-way', () => new Map<string, Promise<RaiseResult>>());
  const key = `${actor.personId} ${input.pressId}`;
  // A double tap, or both doors at once: the second waits for what the first comes to.
  const first = await underWay.get(key);
  if (first) return first.ok ? ok({ ...first.value, isNew: false }) : first;
  const raising = raise(actor, input);
  underWay.set(key, raising);
  try {
    return await raising;
  } finally {
    underWay.delete(key);
  }
});

async function raise(actor: PersonActor, input: RaisePress): Promise<RaiseResult> {
  const startedMs = monotonicMs();
  let press = toNewPress(actor, input);
  const remainingMs = () => Math.max(1, REQUEST_BUDGET_MS - (monotonicMs() - startedMs));
  try {
    press = await withinMs(orSavedPlace(press), RECORD_BUDGET_MS);
    const jobAt = firstJobAt(press.receivedAt, asFix(press) !== null, env.PRESS_EXPIRY_MINUTES);
    const begun = asFix(press) ? { ...press, ...firstAttempt(press.receivedAt) } : press;
    const inserted = await withinMs(insertPress(begun, jobAt), RECORD_BUDGET_MS);
    if (!inserted) return await repeated(actor, press, remainingMs());
    const delivering = deliver(asRecorded(press, inserted.customerId), remainingMs());
    const receipt = await withinMs(delivering, remainingMs() + DELIVERY_MARGIN_MS);
    return ok({ receipt, isNew: true, trackingUrl: null });
  } catch (error) {
    log.error({ error: describeError(error), pressId: input.pressId }, 'press goes on without the database');
    return raiseWithoutDatabase(actor, press, remainingMs());
  }
}

function toNewPress(actor: PersonActor, input: RaisePress): NewPress {
  const { pressId, pressedAt, kind, location } = input;
  return {
    id: pressId,
    personId: actor.personId,
    kind,
    state: 'recorded',
    pressedAt,
    receivedAt: now(),
    latitude: location?.latitude ?? null,
    longitude: location?.longitude ?? null,
    accuracyM: location?.accuracy ?? null,
    fixedAt: location?.fixedAt ?? null,
    fixSource: location?.source ?? null,
    // AURA takes no callout without a position; the press stays with us, in front of the operators.
    lastProblem: location ? null : 'no_location',
  };
}

/** With the person's saved address in place of a position that the device did not find. */
async function orSavedPlace(press: NewPress): Promise<NewPress> {
  const place = asFix(press) ? null : await findSavedPlace(press.personId);
  if (!place?.savedAt) return press;
  const { latitude, longitude, savedAt } = place;
  return { ...press, latitude, longitude, fixedAt: savedAt, fixSource: 'saved', lastProblem: null };
}

/** What makes a press this request's own from the statement that commits it: claimed, with its attempt begun. */
function firstAttempt(at: Date) {
  return {
    attempts: 1,
    lastAttemptAt: at,
    unsettledSince: at,
    claimedUntil: claimEnd(at, REQUEST_BUDGET_MS),
  };
}

/** A press as it was before its first attempt. */
function asRecorded(press: NewPress, customerId: number): ClaimedPress {
  const { id, personId, kind, pressedAt, receivedAt, lastProblem = null } = press;
  const fix = asFix(press);
  return {
    ...{ id, personId, kind, pressedAt, receivedAt, lastProblem, customerId, fix, hasFix: fix !== null },
    ...{ state: 'recorded', settledAt: null, attempts: 0, calloutId: null },
    ...{ unsettledSince: null, lastAttemptAt: null, withdrawRequestedAt: null },
  };
}

async function deliver(press: ClaimedPress, deadlineMs: number): Promise<Receipt> {
  const after = press.fix ? await makeFirstAttempt(press, press.fix, deadlineMs) : press;
  if (!after) throw new Error('a press that was just committed is not there');
  return receiptOf(after, now(), env.PRESS_EXPIRY_MINUTES);
}

// A repeat may bring a better position, and one that came without any goes out with it; apart from that a repeat
// starts nothing.
async function repeated(
  actor: PersonActor,
  press: NewPress,
  deadlineMs: number,
): Promise<Result<Raised, 'press.not_found'>> {
  const known = await findPress(press.id);
  if (known?.personId !== actor.personId) {
    await auditRefusal(actor, { action: 'press.forge', subject: press.id });
    return refuse('press.not_found');
  }
  const fix = asFix(press);
  const isPlacedNow = fix !== null && (await keepBetterFix(press.id, fix)) === 'first';
  if (!isPlacedNow) {
    const receipt = receiptOf(known, now(), env.PRESS_EXPIRY_MINUTES);
    return ok({ receipt, isNew: false, trackingUrl: null });
  }
  const delivered = await deliverPress(systemActor('press.raise'), { pressId: press.id, deadlineMs });
  if (!delivered.ok) throw new Error(`a press that is there could not be delivered: ${delivered.code}`);
  return ok({ receipt: delivered.value, isNew: false, trackingUrl: null });
}
