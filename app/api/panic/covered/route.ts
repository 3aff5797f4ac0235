import { readCovered } from '#lib/coverage/read-covered.ts';
import { presser } from '#lib/identity/caller.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { bearerIn, bodyUpTo, json } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 1024;

/** A POST, so that the place stands in no address and no log. */
export const POST = route(presser, readCovered, {
  token: ({ request }) => bearerIn(request),
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body }) => body.body,
  respond: (covered) => json(covered),
  refuse: refusedTo,
});
