import 'server-only';
import { z } from 'zod';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { countContactTexts } from './contact-text-store.ts';
import type { ShareState } from './schema.ts';
import { findActive } from './store.ts';

/** The number of active links, when the newest expires, and how many contacts were texted one. */
export const readShareLinks = verb(
  'share_link.read',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const callout = await findCalloutFor(actor, calloutId);
    if (!callout) return refuse('callout.not_found');
    const [{ active, expiresAt }, texts] = await Promise.all([
      findActive(calloutId, now()),
      countContactTexts(calloutId),
    ]);
    return ok({
      servedAt: now().toISOString(),
      active: callout.closedAt ? 0 : active,
      expiresAt: expiresAt?.toISOString() ?? null,
      texted: texts.sent,
      texting: callout.closedAt ? 0 : texts.waiting,
    } satisfies ShareState);
  },
);
