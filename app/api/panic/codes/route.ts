import { presser } from '#lib/identity/caller.ts';
import { auditForgedPress, refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { issueTextCodes } from '#lib/panic/texts/issue-text-codes.ts';
import { bearerIn, bodyUpTo, json } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 4 * 1024;

/** One-use codes for presses by text, to the person's own device while it is online. */
export const POST = route(presser, issueTextCodes, {
  token: ({ request }) => bearerIn(request),
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body }) => body.body,
  respond: (codes) => json(codes, 201),
  refuse: refusedTo,
  onCrossSite: auditForgedPress,
});
