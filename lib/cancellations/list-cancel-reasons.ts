import 'server-only';
import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { fetchReasons } from '#lib/cancellations/aura.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok } from '#lib/platform/result.ts';

/** AURA's own reasons for a cancellation; none when AURA does not list any now. */
export const listCancelReasons = verb(
  'cancellation.list_reasons',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => ok(await fetchReasons(calloutId)),
);
