import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { operatorIdField, roleField } from '#lib/operators/schema.ts';
import { changeOperator } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';

/** Changes an operator's role from the next request on. */
export const changeOperatorRole = verb(
  'operator.change',
  z.object({ operatorId: operatorIdField, role: roleField }),
  async (actor, { operatorId, role }) => {
    const entry = { action: 'operator.change_role', detail: `to ${role}` };
    const outcome = await changeOperator(actor, operatorId, { role }, entry, now());
    return outcome === 'changed' || outcome === 'unchanged' ? ok(null) : refuse(outcome);
  },
);
