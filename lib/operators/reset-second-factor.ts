import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField } from '#lib/operators/schema.ts';
import { removeSecondFactor } from '#lib/operators/store.ts';
import { ok } from '#lib/platform/result.ts';

/** For an operator who lost their app and their recovery codes: they sign in again, and set up anew. */
export const resetSecondFactor = verb(
  'operator.change',
  z.object({ operatorId: operatorIdField }),
  async (actor, { operatorId }) => {
    await removeSecondFactor(actor, operatorId);
    return ok(null);
  },
);
