import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { toOperatorRow } from '#lib/operators/operator-row.ts';
import { operatorIdField } from '#lib/operators/schema.ts';
import { findOperator } from '#lib/operators/store.ts';

export const readOperator = verb(
  'operator.list',
  z.object({ operatorId: operatorIdField }),
  async (_actor, { operatorId }) => {
    const found = await findOperator(operatorId);
    return found ? ok(toOperatorRow(found)) : refuse('operator.not_found');
  },
);
