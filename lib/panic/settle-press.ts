import 'server-only';
import { type CreatedCallout, findCallout } from '#lib/callouts/records.ts';
import { type ActiveCallout, type AuraCallout, cancelCallout, fetchActiveCallouts } from '#lib/panic/aura.ts';
import { type Ending, mayComeFrom, mismatchReason, type PressRecord, unfitness } from '#lib/panic/model.ts';
import { moveToLinked, moveToPress } from '#lib/panic/move-callout.ts';
import {
  findOtherPressUsing,
  keepCallout,
  linkLate,
  listOwners,
  settlePress,
  settleWithCallout,
} from '#lib/panic/settle-store.ts';
import { type ClaimedPress, keepClaim, releasePress } from '#lib/panic/store.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { now } from '#lib/platform/clock.ts';
import type { Kind, Stage } from '#lib/vocabulary.ts';

type Known = { kind: Kind; stage: Stage; raisedAt: Date } | null;

/**
 * Ends a press with the callout that AURA has from it: delivered, or, when it was taken back meanwhile, withdrawn
 * with the callout cancelled. Gives the press when it was delivered.
 */
export async function endWithCallout(
  press: ClaimedPress,
  callout: AuraCallout,
  deadlineMs: number,
  unwritten: { callout: AuraCallout | null } = { callout: null },
): Promise<PressRecord | null> {
  const delivered = { state: 'delivered', calloutId: callout.calloutId } as const;
  const created = createdFrom(press, callout);
  const mismatch = mismatchReason(press.kind, callout);
  unwritten.callout = mismatch ? null : callout;
  const settled = mismatch ? null : await settleWithCallout(press, delivered, created);
  unwritten.callout = null;
  if (settled) {
    // A better position may have come in while AURA was asked with the one before.
    const { calloutId, place } = callout;
    const wasFirst = press.outcomeUnknownSince === null;
    moveToPress(settled.fix, { calloutId, place, before: press.fix, wasFirstAttempt: wasFirst });
    return settled;
  }
  const held = await keepClaim(press, deadlineMs);
  if (!held) {
    // Somebody else has the press by now, or has ended it without knowing of this answer.
    if (!mismatch) await linkLate(press, created);
    await moveToLinked(press.id, callout);
    return null;
  }
  const known = await findCallout(callout.calloutId);
  if (held.withdrawRequestedAt) await endWithdrawn(held, callout, known, deadlineMs);
  // Fit as far as is known, and yet no answer: it is being called off for another press.
  else await goOnTrying(held, callout, known, unfitOf(held, callout, known) ?? 'cancelled_open', deadlineMs);
  return null;
}

function unfitOf(press: ClaimedPress, callout: AuraCallout, known: Known) {
  return mismatchReason(press.kind, callout) ?? unfitness(press.kind, known);
}

/**
 * AURA gave back the callout that it still has open, and nobody may be coming because of that one. What it does with
 * a real press then is not known, so the press is not said to be there: a test is ended, and the press goes again.
 */
async function goOnTrying(
  press: ClaimedPress,
  callout: AuraCallout,
  known: Known,
  problem: 'test_open' | 'cancelled_open',
  deadlineMs: number,
): Promise<void> {
  const isFirstTime = press.lastProblem !== problem;
  const mayEnd = problem === 'test_open' && known?.stage !== 'cancelled';
  const hasEnded = mayEnd && (await cancelCallout(callout.calloutId, deadlineMs));
  if (hasEnded) await keepCallout(cancelled({ ...createdFrom(press, callout), kind: 'test' }));
  const pauseMs = hasEnded && isFirstTime ? 0 : backoffMs(press.attempts + 1, Math.random());
  // Nothing new was made, so the outcome of this attempt is known.
  await releasePress(press, new Date(now().getTime() + pauseMs), {
    lastProblem: problem,
    outcomeUnknownSince: press.outcomeUnknownSince,
  });
}

/**
 * Calls a callout off for a press that was taken back, unless it is somebody's help: another press's, or what was
 * there before this one. While another press may still get it, this one waits for that. It is linked first, and from
 * then on is no answer to any press, whatever becomes of this process; only then are the others looked at for the last
 * time, so that none can slip in between.
 */
async function endWithdrawn(
  press: ClaimedPress,
  callout: AuraCallout,
  known: Known,
  deadlineMs: number,
): Promise<void> {
  const { calloutId } = callout;
  const isOurs = mayComeFrom(press, callout, known?.raisedAt ?? null) && !unfitOf(press, callout, known);
  if (!isOurs) return endPress(press, 'withdrawn', now());
  // Linked earlier, it may have been cancelled already, and no answer came: then there is no way back.
  const isFresh = press.calloutId !== calloutId;
  if (isFresh && (await isLeftToAnother(press, calloutId))) return;
  const held = await keepClaim(press, deadlineMs, { calloutId });
  if (!held) return;
  if (isFresh && (await isLeftToAnother(held, calloutId))) return;
  if (!isFresh && (await findOtherPressUsing(held, calloutId)) === 'has')
    return endPress(held, 'withdrawn', now());
  if (!(await cancelCallout(calloutId, deadlineMs))) return askAgain(held);
  await settleWithCallout(held, { state: 'withdrawn', calloutId }, cancelled(createdFrom(held, callout)));
}

async function isLeftToAnother(press: ClaimedPress, calloutId: number): Promise<boolean> {
  const other = await findOtherPressUsing(press, calloutId);
  if (other === 'has') await endPress(press, 'withdrawn', now());
  if (other === 'may') await askAgain(press, { calloutId: null });
  return other !== null;
}

export function createdFrom(
  { personId, kind, fix }: Pick<ClaimedPress, 'personId' | 'kind' | 'fix'>,
  { calloutId, rawStatus, trackingUrl, responseTypeId, isTest }: AuraCallout,
  at = now(),
): CreatedCallout {
  const saidKind = isTest ? 'test' : 'real';
  const told = { calloutId, rawStatus, trackingUrl, responseTypeId };
  return { ...told, personId, kind: isTest === null ? kind : saidKind, fix, at };
}

function cancelled(created: CreatedCallout): CreatedCallout {
  return { ...created, stage: 'cancelled' };
}

/**
 * Ends a press that may not be sent any more, after an attempt whose outcome is unknown. What AURA has from it
 * is linked, and for a withdrawal cancelled there; while AURA does not tell, the press stays open.
 */
export async function settleUnknown(press: ClaimedPress, as: Ending, deadlineMs: number): Promise<void> {
  const listed = await fetchActiveCallouts(deadlineMs);
  const found = listed && (await findOwn(press, listed.active));
  const [own] = found ?? [];
  // One that cannot be read may be the one that is not found.
  if (!found || (!own && !listed.isWhole)) return askAgain(press);
  if (own && as === 'withdrawn') return endWithdrawn(press, own.callout, own.known, deadlineMs);
  // A press that was given up is there after all: what is true is that AURA has it.
  if (own) return void (await endWithCallout(press, own.callout, deadlineMs));
  if (as === 'withdrawn' && press.calloutId !== null) return endCalledOff(press, press.calloutId);
  await endPress(press, as, now());
}

/** Ends a press of which AURA has nothing. */
export function endPress(press: ClaimedPress, as: Ending, at: Date): Promise<void> {
  switch (as) {
    case 'withdrawn':
      return settlePress(press, { state: as, calloutId: null }, at);
    case 'rejected':
      return settlePress(press, { state: as, lastProblem: press.lastProblem }, at);
    case 'expired':
      return settlePress(press, { state: as }, at);
  }
}

// Its callout may have been cancelled by a process that then died: AURA does not list it any more.
async function endCalledOff(press: ClaimedPress, calloutId: number): Promise<void> {
  const created = createdFrom(press, {
    ...{ calloutId, rawStatus: null, trackingUrl: null, responseTypeId: null },
    ...{ isTest: null, createdAt: null, place: null },
  });
  await settleWithCallout(press, { state: 'withdrawn', calloutId }, created);
}

/**
 * The active callouts of the person that can be an answer to the press; null when that cannot be told, because AURA
 * lists one without saying whose it is and we do not know it either.
 */
async function findOwn(press: ClaimedPress, active: readonly ActiveCallout[]) {
  const nameless = active.filter(({ customerId }) => customerId === null);
  const owners = await listOwners(nameless.map(({ callout }) => callout.calloutId));
  const isOwn = ({ customerId, callout }: ActiveCallout) =>
    customerId === null ? owners.get(callout.calloutId) === press.personId : customerId === press.customerId;
  const own: { callout: AuraCallout; known: Known }[] = [];
  for (const { callout } of active.filter(isOwn)) {
    const known = await findCallout(callout.calloutId);
    if (!unfitOf(press, callout, known)) own.push({ callout, known });
  }
  const isUnclear = nameless.some(({ callout }) => !owners.has(callout.calloutId));
  return own.length === 0 && isUnclear ? null : own;
}

async function askAgain(press: ClaimedPress, change: { calloutId?: null } = {}): Promise<void> {
  const pauseMs = backoffMs(press.attempts + 1, Math.random());
  await releasePress(press, new Date(now().getTime() + pauseMs), change);
}
