import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { toOperatorRow } from '#lib/operators/operator-row.ts';
import { findOperator } from '#lib/operators/store.ts';

export const readOwnAccount = verb('operator.read_own', z.object({}), async (actor) => {
  const found = await findOperator(actor.operatorId);
  return found ? ok(toOperatorRow(found)) : refuse('operator.not_found');
});
