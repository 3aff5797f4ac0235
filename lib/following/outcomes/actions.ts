'use server';

import { formAction } from '#lib/identity/action.ts';
import { presser } from '#lib/identity/caller.ts';
import { rateCallout } from './rate-callout.ts';
import type { RatingForm } from './schema.ts';

export const rateCalloutAction = formAction<RatingForm>(presser, async ({ run, fields }) => {
  const { calloutId, rating, words, mayContact } = fields;
  const rated = await run(rateCallout, { calloutId, rating, words, mayContact: mayContact === 'yes' });
  return { values: { rating, words }, problem: rated.ok ? null : rated };
});
