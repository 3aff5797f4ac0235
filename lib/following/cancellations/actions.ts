'use server';

import type { Result } from '#lib/errors/result.ts';
import { formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { cancelAsOperator } from './cancel-as-operator.ts';

export const cancelAsOperatorAction = formAction<Result<null> | null>(
  operator,
  ({ run, fields: { calloutId, reason, exceptionReasonId } }) =>
    run(cancelAsOperator, { calloutId, reason, ...(exceptionReasonId ? { exceptionReasonId } : {}) }),
);
