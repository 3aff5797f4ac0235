import 'server-only';
import { z } from 'zod';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { takeBackLinks } from './contact-text-store.ts';

/** Revokes every link of the person's callout, those in texts to contacts too. Idempotent. */
export const revokeShareLinks = verb(
  'share_link.revoke',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const callout = await findCalloutFor(actor, calloutId);
    if (!callout) return refuse('callout.not_found');
    const revoked = await takeBackLinks(calloutId, now());
    if (revoked > 0) await audit(actor, { action: 'share_link.revoke', subject: `${calloutId}` });
    return ok({ active: 0 });
  },
);
