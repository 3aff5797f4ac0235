'use server';

import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { cancelAsOperator } from './cancel-as-operator.ts';

/** An operator's form that calls a callout off; null before it was sent. */
export async function cancelAsOperatorAction(
  _before: Result<null> | null,
  form: FormData,
): Promise<Result<null> | null> {
  const { calloutId, reason, exceptionReasonId } = textFields(form);
  return cancelAsOperator(await operatorFrom(await requestHeaders()), {
    calloutId,
    reason,
    ...(exceptionReasonId ? { exceptionReasonId } : {}),
  });
}
