import 'server-only';
import { findCallout } from '#lib/callouts/records.ts';
import { forwardPosition } from '#lib/following/positions/forward-position.ts';
import { storeReport } from '#lib/following/positions/records.ts';
import { betterFix, type Fix, mayBeElsewhere } from '#lib/geo/model.ts';
import { systemActor } from '#lib/identity/actor.ts';
import type { AuraCallout } from '#lib/panic/aura.ts';
import { queueMovedNote } from '#lib/panic/note-store.ts';
import { findPress } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';

/**
 * Moves AURA's callout from the position `before` to a better one. Stored as a report of the device, so that the worker
 * forwards it if this process dies.
 */
export async function moveCallout(calloutId: number, before: Fix | null, fix: Fix): Promise<void> {
  const { accuracyM, fixedAt, measuredAt } = fix;
  const known = await findCallout(calloutId);
  if (!known || known.closedAt || accuracyM === null || !fixedAt || !measuredAt) return;
  const at = now();
  await storeReport({
    calloutId,
    personId: known.personId,
    raisedAt: known.raisedAt,
    fixes: [{ ...fix, accuracyM, fixedAt, measuredAt }],
    device: null,
    paused: null,
    sentAt: null,
    at,
  });
  await queueMovedNote(calloutId, before, fix, at);
  const telling = () => forwardPosition(systemActor('callout.forward_position'), { calloutId });
  inBackground('telling AURA a better position', telling);
}

type Standing = {
  calloutId: number;
  place: { latitude: number; longitude: number } | null;
  /** The position of the attempt. */
  before: Fix | null;
  wasFirstAttempt: boolean;
};

/** Moves a press's callout to the position of the press where it may be elsewhere. */
export function moveToPress(fix: Fix | null, { calloutId, place, before, wasFirstAttempt }: Standing): void {
  if (!fix) return;
  const isBettered = before !== null && betterFix(before, fix) !== before;
  if (!isBettered && !mayBeElsewhere(fix, place, wasFirstAttempt)) return;
  inBackground('moving a callout', () => moveCallout(calloutId, before, fix));
}

/** The same for a callout that was linked to its press afterwards. */
export async function moveToLinked(pressId: string, { calloutId, place }: AuraCallout): Promise<void> {
  const press = await findPress(pressId);
  if (press?.state !== 'delivered' || press.calloutId !== calloutId) return;
  moveToPress(press.fix, { calloutId, place, before: press.fix, wasFirstAttempt: press.attempts === 1 });
}
