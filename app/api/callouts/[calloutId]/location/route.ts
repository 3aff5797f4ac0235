import { recordFix } from '#lib/following/positions/record-fix.ts';
import { toReport } from '#lib/following/positions/schema.ts';
import { presser } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { pressTokenIn } from '#lib/panic/schema.ts';
import { bearerIn, bodyUpTo, json } from '#lib/platform/http.ts';

/** Three times the size of a hundred fixes. */
const MAX_BODY_BYTES = 32 * 1024;

/** Positions during an open callout: one fix, or a batch buffered while offline. */
export const POST = route(presser, recordFix, {
  body: bodyUpTo(MAX_BODY_BYTES),
  token: ({ request, body }) => bearerIn(request) ?? pressTokenIn(body.body),
  input: ({ body, params }) => ({ ...toReport(body.body), ...params }),
  respond: (recorded) => json(recorded, 202),
});
