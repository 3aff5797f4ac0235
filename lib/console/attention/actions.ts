'use server';

import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';

/** An operator takes up what needs a human. */
export async function acknowledgeAlertAction(alert: unknown): Promise<Result<null>> {
  return acknowledgeAlert(await operatorFrom(await requestHeaders()), alert);
}
