import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf, json, seeOther } from '#lib/platform/http.ts';

/** The person says they are safe. 202 with the same body for every code, right, wrong or absent. */
export const POST = route(presser, cancelCallout, {
  body: bodyUpTo(4 * 1024),
  input: ({ body, params }) => ({ ...fieldsOf(body), ...params }),
  // Plain form: redirects to the page.
  respond: (result, { body }) =>
    body.kind === 'json' ? json(result, 202) : seeOther(`/callouts/${result.calloutId}`),
});
