import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { asFix, betterFix } from '#lib/geo/model.ts';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { isRevoked } from '#lib/identity/late-revocation.ts';
import { verb } from '#lib/identity/verb.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { deliverAtOnce } from '#lib/panic/device/deliver-at-once.ts';
import { betterHeld, deliverAfterGrace, recoverAfterGrace } from '#lib/panic/device/hold-press.ts';
import {
  asClaimed,
  asRecord,
  orSavedPlace,
  type RaisePress,
  toNewPress,
} from '#lib/panic/device/new-press.ts';
import { keepBetterFix } from '#lib/panic/fix-store.ts';
import { raiseWithoutDatabase } from '#lib/panic/journal/raise-without-database.ts';
import { firstLookAt, REQUEST_BUDGET_MS, receiptOf } from '#lib/panic/model.ts';
import { moveCallout } from '#lib/panic/move-callout.ts';
import { type Raised, sentPressInput } from '#lib/panic/schema.ts';
import { findPress, insertHeld, insertPress, type NewPress } from '#lib/panic/store.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { noteDropped } from '#lib/platform/dropped-parts.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** What the database gets to take a press, before the press goes on without it. */
const RECORD_BUDGET_MS = 1_000;

type RaiseResult = Result<Raised, 'press.not_found' | 'press.not_recorded' | 'press.token_revoked'>;
type UnderWay = { location: string; result: Promise<RaiseResult> };

/**
 * Commits the press, then tries AURA for what is left of the request's budget, and gives the receipt; with a grace, the
 * press is held for that, and handed over at its end. The same id again gives the present receipt, and changes nothing
 * of a grace, which only *send* and *withdraw* end; another person's press id is refused. When the
 * database does not take it, the press goes straight to AURA and into the journal; only then does a press go out of
 * which it is not known whether its token was revoked.
 */
export const raisePress = verb('press.raise', sentPressInput, async (actor, input) => {
  noteDropped('press', input.dropped);
  const underWay = processSingleton('presses-under-way', () => new Map<string, UnderWay>());
  const key = `${actor.personId} ${input.pressId}`;
  const first = underWay.get(key);
  const location = input.location ? JSON.stringify(input.location) : (first?.location ?? '');
  const raising = { location, result: first ? join(first, location, actor, input) : raise(actor, input) };
  underWay.set(key, raising);
  try {
    return await raising.result;
  } finally {
    if (underWay.get(key) === raising) underWay.delete(key);
  }
});

// A double tap, or both doors at once: the second waits for what the first comes to. It goes on from there when it
// brings another position, which may be the better one.
async function join(
  first: UnderWay,
  location: string,
  actor: PersonActor,
  input: RaisePress,
): Promise<RaiseResult> {
  const result = await first.result;
  if (location !== first.location) return raise(actor, input);
  return result.ok ? ok({ ...result.value, isNew: false }) : result;
}

async function raise(actor: PersonActor, input: RaisePress): Promise<RaiseResult> {
  const startedMs = monotonicMs();
  const remainingMs = () => Math.max(1, REQUEST_BUDGET_MS - (monotonicMs() - startedMs));
  let press = toNewPress(actor, input);
  const graceMs = input.graceSeconds * 1_000;
  let inserted: Awaited<ReturnType<typeof insertPress>>;
  try {
    if (await withTimeout(isRevoked(actor), RECORD_BUDGET_MS)) return refuse('press.token_revoked');
    press = await withTimeout(orSavedPlace(press), RECORD_BUDGET_MS);
    if (graceMs > 0)
      return (await hold(actor, press, graceMs)) ?? (await repeated(actor, press, remainingMs()));
    const fix = asFix(press);
    const lookAt = firstLookAt(press.receivedAt);
    inserted = await withTimeout(insertPress(press, lookAt, fix && REQUEST_BUDGET_MS), RECORD_BUDGET_MS);
    if (!inserted) return await repeated(actor, press, remainingMs());
  } catch (error) {
    log.error({ error: describeError(error), pressId: input.pressId }, 'press goes on without the database');
    const raised = await raiseWithoutDatabase(actor, press, remainingMs());
    if (raised.ok && raised.value.receipt.state === 'held') recoverAfterGrace(graceMs);
    return raised;
  }
  if (!asFix(press)) return ok({ ...(await deliverNow(press.id, remainingMs())), isNew: true });
  const told = await deliverAtOnce(press, asClaimed(press, inserted), remainingMs());
  return ok({ ...told, isNew: true });
}

/** Commits a press that is held; null when the id is there already. */
async function hold(actor: PersonActor, press: NewPress, graceMs: number): Promise<RaiseResult | null> {
  const held = await withTimeout(insertHeld(press, graceMs), RECORD_BUDGET_MS);
  if (!held) return null;
  deliverAfterGrace(actor, press, graceMs);
  const record = asRecord({ ...press, sendsAt: held.sendsAt });
  const receipt = receiptOf(record, now(), env.PRESS_EXPIRY_MINUTES);
  return ok({ receipt, isNew: true, trackingUrl: null });
}

// A repeat may bring a better position. A press that had none goes out with it; where AURA has the callout at the
// other position, it moves it. Apart from that a repeat starts nothing.
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
  const isBetter = fix !== null && (known.fix === null || betterFix(known.fix, fix) === fix);
  // First of all at AURA: that can be done again, when this process ends before the next line.
  const atAura = known.state === 'delivered' ? known.calloutId : null;
  if (isBetter && atAura !== null) await moveCallout(atAura, known.fix, fix);
  const bettered = isBetter ? await keepBetterFix(press.id, fix) : null;
  if (bettered) betterHeld(press);
  if (fix && bettered?.calloutId && atAura === null)
    await moveCallout(bettered.calloutId, bettered.before, fix);
  if (!bettered || bettered.before) {
    const receipt = receiptOf(known, now(), env.PRESS_EXPIRY_MINUTES);
    return ok({ receipt, isNew: false, trackingUrl: null });
  }
  return ok({ ...(await deliverNow(press.id, deadlineMs)), isNew: false });
}

/** A press that is committed, one step further. */
async function deliverNow(
  pressId: string,
  deadlineMs: number,
): Promise<Pick<Raised, 'receipt' | 'trackingUrl'>> {
  const delivered = await deliverPress(systemActor('press.raise'), { pressId, deadlineMs });
  if (!delivered.ok) throw new Error(`a press that is there could not be delivered: ${delivered.code}`);
  return { receipt: delivered.value, trackingUrl: null };
}
