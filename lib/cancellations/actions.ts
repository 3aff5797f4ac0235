'use server';

import { cancelAsOperator } from '#lib/cancellations/cancel-as-operator.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';
import type { Result } from '#lib/platform/result.ts';

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
