import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { acknowledge } from '#lib/panic/store.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/db/database.ts';
import { ok } from '#lib/platform/result.ts';

/** An operator takes a press up that AURA does not have. The first one counts; a second changes nothing. */
export const acknowledgePress = verb(
  'press.acknowledge',
  z.object({ pressId: pressIdField }),
  async (actor, { pressId }) => {
    await transaction(async (tx) => {
      const isFirst = await acknowledge(tx, pressId, { by: actor.operatorId, at: now() });
      if (isFirst) await audit(actor, { action: 'press.acknowledge', subject: pressId }, tx);
    });
    return ok(null);
  },
);
