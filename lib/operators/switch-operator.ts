import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField } from '#lib/operators/schema.ts';
import { changeOperator } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';

/** Deactivates an operator, which also ends all sessions, or reactivates. */
export const switchOperator = verb(
  'operator.change',
  z.object({ operatorId: operatorIdField, to: z.enum(['on', 'off']) }),
  async (actor, { operatorId, to }) => {
    const at = now();
    const change = { disabledAt: to === 'off' ? at : null };
    const outcome = await changeOperator(actor, operatorId, change, { action: `operator.switch_${to}` }, at);
    return outcome === 'changed' || outcome === 'unchanged' ? ok(null) : refuse(outcome);
  },
);
