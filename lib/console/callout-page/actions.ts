'use server';

import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { rereadCallout } from './reread-callout.ts';
import type { Reread } from './schema.ts';
import { setVerdict } from './set-verdict.ts';

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
