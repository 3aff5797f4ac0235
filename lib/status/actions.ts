'use server';

import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';
import type { Result } from '#lib/platform/result.ts';
import { rereadCallout } from '#lib/status/reread-callout.ts';
import type { Reread } from '#lib/status/schema.ts';
import { setVerdict } from '#lib/status/set-verdict.ts';

/** Asks AURA about a callout now. */
export async function rereadCalloutAction(calloutId: number): Promise<Result<Reread>> {
  return rereadCallout(await operatorFrom(await requestHeaders()), { calloutId });
}

/** Says what a callout turned out to be. */
export async function setVerdictAction(
  _before: Result<null> | null,
  form: FormData,
): Promise<Result<null> | null> {
  return setVerdict(await operatorFrom(await requestHeaders()), textFields(form));
}
