import 'server-only';
import { z } from 'zod';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import type { Reread } from './schema.ts';

/** TTL of an answer that operators share. */
const SHARED_MS = 3_000;

/** Reads an open callout from AURA now, within the rate limit, and audits it. `aura.unavailable` without an answer. */
export const rereadCallout = verb(
  'callout.reread',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const before = await findCallout(calloutId);
    if (!before) return refuse('callout.not_found');
    if (before.closedAt) return refuse('callout.closed');
    const since = new Date(now().getTime() - SHARED_MS);
    // Within the TTL: no further read or audit entry.
    if (before.asOf >= since) return ok(cameOf(before, false));
    const refreshed = await refreshCallout(actor, { calloutId, since });
    const after = (await findCallout(calloutId)) ?? before;
    const hasNews = after.stage !== before.stage || after.rawStatus !== before.rawStatus;
    const outcome = refreshed.ok ? (hasNews ? 'news' : 'nothing_new') : refreshed.code;
    await audit(actor, { action: 'callout.reread', subject: String(calloutId), detail: outcome });
    if (!refreshed.ok) return refuse(refreshed.code);
    return ok(cameOf(after, hasNews));
  },
);

function cameOf({ asOf }: { asOf: Date }, hasNews: boolean): Reread {
  return { asOf: asOf.toISOString(), servedAt: now().toISOString(), hasNews };
}
