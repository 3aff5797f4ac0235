import { presser } from '#lib/identity/caller.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { bearerIn } from '#lib/platform/http.ts';

/** A press's receipt, for its person. */
export const GET = route(presser, readReceipt, {
  token: ({ request }) => bearerIn(request),
  refuse: refusedTo,
});
