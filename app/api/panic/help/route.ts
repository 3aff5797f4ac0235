import { saveHelp } from '#lib/customers/registration/save-help.ts';
import { presser } from '#lib/identity/caller.ts';
import { auditForgedPress, refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { bearerIn, bodyUpTo, json } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 1024;

/** Remembers the chosen kind of help, from the page or the inline script. */
export const POST = route(presser, saveHelp, {
  token: ({ request }) => bearerIn(request),
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body }) => body.body,
  respond: () => json({ saved: true }),
  refuse: refusedTo,
  onCrossSite: auditForgedPress,
});
