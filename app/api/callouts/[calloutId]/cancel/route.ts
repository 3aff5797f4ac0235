import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf, json, seeOther } from '#lib/platform/http.ts';

/** The person says that they are safe. 202 with the same body for every code, right, wrong or absent. */
export const POST = route(presser, cancelCallout, {
  body: bodyUpTo(4 * 1024),
  input: ({ body, params }) => ({ ...fieldsOf(body), ...params }),
  // A form without a script: back to the page, which now shows what was said.
  respond: (asked, { body }) =>
    body.kind === 'json' ? json(asked, 202) : seeOther(`/callouts/${asked.calloutId}`),
});
