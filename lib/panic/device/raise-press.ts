import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { isRevoked } from '#lib/identity/late-revocation.ts';
import { verb } from '#lib/identity/verb.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import type { Next } from '#lib/panic/core/next.ts';
import type { Press } from '#lib/panic/core/press.ts';
import { type RaiseAnswer, raise as raiseSteps, raiseWithout } from '#lib/panic/core/raise.ts';
import { receiptFor } from '#lib/panic/core/receipt.ts';
import { carryOut, moment } from '#lib/panic/delivery/carry-out.ts';
import { deliverAfterGrace, recoverAfterGrace } from '#lib/panic/device/hold-press.ts';
import { asEntry, asPress, orSavedPlace, type RaisePress, toNewPress } from '#lib/panic/device/new-press.ts';
import { shownReceipt } from '#lib/panic/device/shown-receipt.ts';
import { entryRaised } from '#lib/panic/journal/entry-raised.ts';
import { type Raised, sentPressInput } from '#lib/panic/schema.ts';
import type { NewPress } from '#lib/panic/store.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { countDropped } from '#lib/platform/dropped-parts.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { inPressSpan, notePress, spanClockMs } from '#lib/platform/trace.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** The timeout of the database before the press goes on without it. */
const RECORD_BUDGET_MS = 1_000;

type RaiseResult = Result<Raised, 'press.not_found' | 'press.not_recorded' | 'press.token_revoked'>;
type UnderWay = { location: string; responseTypeId: number | null; result: Promise<RaiseResult> };

/**
 * Stores the press, makes an attempt within the rest of the request's budget, and gives the receipt. With a grace the
 * press is held and delivered at its end; only *send* and *withdraw* end a grace earlier, not a repeat. Idempotent by the
 * press id; another person's id is refused. Without the database the press goes into the journal and straight to AURA,
 * also when its token can then not be checked for revocation.
 */
export const raisePress = verb('press.raise', sentPressInput, async (actor, input) => {
  countDropped('press', input.dropped);
  const startedMs = spanClockMs();
  const underWay = processSingleton('presses-under-way', () => new Map<string, UnderWay>());
  const key = `${actor.personId} ${input.pressId}`;
  const first = underWay.get(key);
  const location = input.location ? JSON.stringify(input.location) : (first?.location ?? '');
  const responseTypeId = input.responseTypeId ?? first?.responseTypeId ?? null;
  const isNews = location !== first?.location || responseTypeId !== first.responseTypeId;
  const result = inPressSpan(input.pressId, 'press.raise', () =>
    first ? join(first, isNews, actor, input) : raise(actor, input),
  );
  const raising = { location, responseTypeId, result };
  underWay.set(key, raising);
  try {
    const raised = await raising.result;
    if (raised.ok && raised.value.isNew)
      notePress(input.pressId, startedMs, { 'vigil.press.state': raised.value.receipt.state });
    return raised;
  } finally {
    if (underWay.get(key) === raising) underWay.delete(key);
  }
});

// Single flight for a double tap, or the action and the route at once: the second shares the first one's result. With
// another position, which may be better, or another kind of help, it then runs too.
async function join(
  first: UnderWay,
  isNews: boolean,
  actor: PersonActor,
  input: RaisePress,
): Promise<RaiseResult> {
  const result = await first.result;
  if (isNews) return raise(actor, input);
  return result.ok ? ok({ ...result.value, isNew: false }) : result;
}

async function raise(actor: PersonActor, input: RaisePress): Promise<RaiseResult> {
  const startedMs = monotonicMs();
  const { press, isAnswered } = await prepare(actor, input);
  if (!press) return refuse('press.token_revoked');
  const entry = asEntry(press, actor);
  const next: Next<RaiseAnswer> = isAnswered ? raiseSteps(asPress(press), entry) : raiseWithout(entry);
  const deadlineMs = Math.max(1, REQUEST_BUDGET_MS - (monotonicMs() - startedMs));
  const result = await carryOut(next, deadlineMs, { id: press.id, personId: actor.personId, row: press });
  return answer(actor, press, result);
}

/** The press with a saved address where it has no position; null when its token was revoked. */
async function prepare(
  actor: PersonActor,
  input: RaisePress,
): Promise<{ press: NewPress | null; isAnswered: boolean }> {
  const press = toNewPress(actor, input);
  try {
    if (await withTimeout(isRevoked(actor), RECORD_BUDGET_MS)) return { press: null, isAnswered: true };
    return { press: await withTimeout(orSavedPlace(press), RECORD_BUDGET_MS), isAnswered: true };
  } catch (error) {
    log.error({ error: describeError(error), pressId: input.pressId }, 'press goes on without the database');
    return { press, isAnswered: false };
  }
}

const shown = (press: Press) => shownReceipt(press.personId, receiptFor(press, moment()));

async function answer(actor: PersonActor, press: NewPress, result: RaiseAnswer): Promise<RaiseResult> {
  const graceMs = press.sendsAt ? press.sendsAt.getTime() - press.receivedAt.getTime() : 0;
  switch (result.kind) {
    case 'press':
      return ok({ receipt: await shown(result.press), isNew: result.isNew, trackingUrl: null });
    case 'held':
      deliverAfterGrace(asEntry(press, actor), graceMs);
      return ok({ receipt: receiptFor(result.press, moment()), isNew: true, trackingUrl: null });
    case 'entry': {
      const raised = entryRaised(result.entry, result.isNew);
      if (raised.receipt.state === 'held') recoverAfterGrace(graceMs);
      return ok(raised);
    }
    case 'not_theirs': {
      const audit = () => auditRefusal(actor, { action: 'press.forge', subject: press.id });
      // The audit needs the database, which may be away when the journal answers.
      if (result.knownBy === 'journal') inBackground('auditing a forged press', audit);
      else await audit();
      return refuse('press.not_found');
    }
    case 'not_recorded':
      return refuse('press.not_recorded');
  }
}
