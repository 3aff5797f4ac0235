import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { acknowledge } from '#lib/panic/board-store.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * An operator takes a press up that AURA does not have, with what the person pressed again meanwhile. The first one
 * counts; a second changes nothing.
 */
export const acknowledgePress = verb(
  'press.acknowledge',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }) => {
    await acknowledge(actor, pressId, now());
    return ok(null);
  },
);
