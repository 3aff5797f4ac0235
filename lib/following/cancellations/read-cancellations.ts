import 'server-only';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { openedWords } from '#lib/platform/unopened.ts';
import type { Cancellations } from './answers.ts';
import { listCancellations } from './store.ts';

/** Requests to cancel a callout, and suspected duress. For operators only. */
export const readCancellations = verb(
  'cancellation.read',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const callout = await findCallout(calloutId);
    if (!callout) return refuse('callout.not_found');
    const rows = await listCancellations(calloutId);
    return ok({
      servedAt: now().toISOString(),
      duressAt: callout.duressAt?.toISOString() ?? null,
      isOpen: callout.closedAt === null,
      cancellations: rows.map(({ cancellation, name }) => ({
        id: cancellation.id,
        by: cancellation.by,
        name,
        askedAt: cancellation.askedAt.toISOString(),
        settledAt: cancellation.settledAt?.toISOString() ?? null,
        state: cancellation.state,
        isCodeRight: cancellation.isCodeRight,
        reason: openedWords(cancellation.reason),
      })),
    } satisfies Cancellations);
  },
);
