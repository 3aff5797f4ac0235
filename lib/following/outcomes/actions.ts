'use server';

import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { rateCallout } from './rate-callout.ts';
import type { RatingForm } from './schema.ts';

/** The person's form after the close. */
export async function rateCalloutAction(_before: RatingForm, form: FormData): Promise<RatingForm> {
  const { calloutId, rating, words, mayContact } = textFields(form);
  const values = { rating, words };
  const presser = await presserFrom(await requestHeaders());
  if (!presser.ok) return { values, problem: presser };
  const rated = await rateCallout(presser.value, {
    calloutId,
    rating,
    words,
    mayContact: mayContact === 'yes',
  });
  return { values, problem: rated.ok ? null : rated };
}
