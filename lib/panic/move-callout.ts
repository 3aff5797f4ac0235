import 'server-only';
import { findCallout } from '#lib/callouts/store.ts';
import { systemActor } from '#lib/identity/actor.ts';
import type { Fix } from '#lib/panic/model.ts';
import { queueMovedNote } from '#lib/panic/note-store.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { forwardPosition } from '#lib/positions/forward-position.ts';
import { keepReport } from '#lib/positions/store.ts';

/**
 * Has AURA's callout moved to a better position, which came after it was raised at the one `before`. It is kept as
 * one of the device's own, so that the worker tells AURA when this process does not.
 */
export async function moveCallout(calloutId: number, before: Fix | null, fix: Fix): Promise<void> {
  const { accuracyM, fixedAt, measuredAt } = fix;
  const known = await findCallout(calloutId);
  if (!known || known.closedAt || accuracyM === null || !fixedAt || !measuredAt) return;
  const at = now();
  await keepReport({
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
