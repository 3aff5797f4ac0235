import { presser } from '#lib/identity/caller.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { bearerIn } from '#lib/platform/http.ts';

/** The receipt of a press, to the person who pressed it. */
export const GET = route(presser, readReceipt, {
  token: ({ request }) => bearerIn(request),
  refuse: refusedTo,
});
