import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { NOBODY } from '#lib/vocabulary.ts';
import { fetchMessages } from './aura.ts';
import { applyMessages } from './store.ts';

const READ_DEADLINE_MS = 4_000;

/** Re-reads a conversation from AURA, after any hint at a new message. Safe to call concurrently. */
export const refreshMessages = verb(
  'message.refresh',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const callout = await findCallout(calloutId);
    // An anonymised one has no conversation any more.
    if (!callout || callout.personId === NOBODY) return refuse('callout.not_found');
    const askedAt = now();
    const messages = await fetchMessages(calloutId, READ_DEADLINE_MS);
    if (!messages) return refuse('aura.unavailable');
    await applyMessages(calloutId, messages, { askedAt, at: now() });
    return ok(null);
  },
);
