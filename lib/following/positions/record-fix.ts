import 'server-only';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { forwardPosition } from './forward-position.ts';
import { measuredAtOf } from './model.ts';
import { reportInput } from './schema.ts';
import { keepReport } from './store.ts';

/**
 * Keeps the fixes that a device sends while its person's callout is open, and tells AURA the newest that is
 * believed, unless it was told a moment ago. `kept` counts those that were not known yet.
 */
export const recordFix = verb(
  'callout.record_fix',
  reportInput.safeExtend({ calloutId: calloutIdField }),
  async (actor, { calloutId, ...report }) => {
    const known = await findCallout(calloutId);
    if (!known || known.personId !== actor.personId) return refuse('callout.not_found');
    if (known.closedAt) return refuse('callout.closed');
    const at = now();
    const kept = await keepReport({
      calloutId,
      personId: actor.personId,
      raisedAt: known.raisedAt,
      fixes: report.fixes.map(({ latitude, longitude, accuracy, fixedAt }) => ({
        latitude,
        longitude,
        accuracyM: accuracy,
        fixedAt,
        measuredAt: measuredAtOf(fixedAt, report.sentAt ?? null, at),
      })),
      device: report.device ?? null,
      paused: report.paused ?? null,
      sentAt: report.sentAt ?? null,
      at,
    });
    if (kept === null) return refuse('position.too_many');
    const told = await forwardPosition(systemActor('callout.forward_position'), { calloutId });
    return told.ok && told.value === 'closed' ? refuse('callout.closed') : ok({ calloutId, kept });
  },
);
