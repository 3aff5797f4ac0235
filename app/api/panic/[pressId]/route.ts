import { machine, presser } from '#lib/identity/caller.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { canaryFrom, isCanary } from '#lib/panic/canary/canary-token.ts';
import { readCanary } from '#lib/panic/canary/read-canary.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { bearerIn } from '#lib/platform/http.ts';

const PRACTICE = route(machine(canaryFrom), readCanary);

/** A press's receipt, for its person. */
export const GET = route(presser, readReceipt, {
  token: ({ request }) => bearerIn(request),
  refuse: refusedTo,
  aside: { isFor: isCanary, route: PRACTICE },
});
