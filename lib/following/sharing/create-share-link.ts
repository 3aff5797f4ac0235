import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { linkOf, linkUntil } from './model.ts';
import type { NewLink } from './schema.ts';
import { findActive, hashToken, insertLink } from './store.ts';

const MAX_LINKS = 10;

/** Creates a link to the open callout, valid until the close or for a day. Only its hash is stored. */
export const createShareLink = verb(
  'share_link.create',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const callout = await findCalloutFor(actor, calloutId);
    if (!callout) return refuse('callout.not_found');
    if (callout.closedAt) return refuse('callout.closed');
    if ((await findActive(calloutId, now())).active >= MAX_LINKS) return refuse('share_link.too_many');
    const token = randomBytes(32).toString('base64url');
    const createdAt = now();
    const expiresAt = linkUntil(createdAt);
    await insertLink({ calloutId, tokenHash: hashToken(token), createdAt, expiresAt });
    await audit(actor, { action: 'share_link.create', subject: `${calloutId}` });
    return ok({ url: linkOf(token, env.APP_URL), expiresAt: expiresAt.toISOString() } satisfies NewLink);
  },
);
