import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField } from '#lib/operators/schema.ts';
import { removeSecondFactors } from '#lib/operators/store.ts';

/** For an operator who lost all factors: removes them and ends all sessions. */
export const resetSecondFactor = verb(
  'operator.change',
  z.object({ operatorId: operatorIdField }),
  async (actor, { operatorId }) => {
    // Own factors are changed where the password is required.
    if (operatorId === actor.operatorId) return refuse('second_factor.own');
    await removeSecondFactors(actor, operatorId);
    return ok(null);
  },
);
