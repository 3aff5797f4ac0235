import 'server-only';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { plausibleTime, type SentFix } from '#lib/geo/reading.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { countDropped } from '#lib/platform/dropped-parts.ts';
import { forwardPosition } from './forward-position.ts';
import { measuredAtOf } from './model.ts';
import { reportInput } from './schema.ts';
import { storeReport } from './store.ts';

/** Stores a device's fixes and forwards the newest believed one, rate-limited. `kept` counts new fixes. */
export const recordFix = verb('callout.record_fix', reportInput, async (actor, { calloutId, ...report }) => {
  countDropped('position', report.dropped);
  const known = await findCalloutFor(actor, calloutId);
  if (!known) return refuse('callout.not_found');
  if (known.closedAt) return refuse('callout.closed');
  const at = now();
  const kept = await storeReport({
    calloutId,
    personId: actor.personId,
    raisedAt: known.raisedAt,
    fixes: report.fixes.map((fix) => toNewFix(fix, report.sentAt, at)),
    device: report.device,
    paused: report.paused,
    sentAt: report.sentAt,
    at,
  });
  if (kept === null) return refuse('position.too_many');
  const forwarded = await forwardPosition(systemActor('callout.forward_position'), { calloutId });
  return forwarded.ok && forwarded.value === 'closed' ? refuse('callout.closed') : ok({ calloutId, kept });
});

/** Older is a wrong clock. */
const OLDEST_MS = 10 * 365 * 86_400_000;

function toNewFix({ latitude, longitude, accuracy, ...fix }: SentFix, sentAt: Date | null, at: Date) {
  const fixedAt = plausibleTime(fix.fixedAt, sentAt ?? at, OLDEST_MS);
  return { latitude, longitude, accuracyM: accuracy, fixedAt, measuredAt: measuredAtOf(fixedAt, sentAt, at) };
}
