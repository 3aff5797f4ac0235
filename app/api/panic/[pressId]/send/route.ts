import { presser } from '#lib/identity/caller.ts';
import { auditForgedPress, refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { sendNow } from '#lib/panic/device/send-now.ts';
import { bearerIn } from '#lib/platform/http.ts';

/** Ends the grace of a held press, for the person who pressed it. */
export const POST = route(presser, sendNow, {
  token: ({ request }) => bearerIn(request),
  refuse: refusedTo,
  onCrossSite: auditForgedPress,
});
