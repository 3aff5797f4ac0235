import { presser } from '#lib/identity/caller.ts';
import { auditForgedPress, refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { bearerIn, isNavigation, json, seeOther } from '#lib/platform/http.ts';

/** Takes a press back, for the person who pressed it; by a plain form, too, which needs no script. */
export const POST = route(presser, withdrawPress, {
  token: ({ request }) => bearerIn(request),
  respond: (receipt, { request, params }) =>
    isNavigation(request) ? seeOther(`/panic?press=${params.pressId}`) : json(receipt),
  refuse: (request, refusal, { pressId }) =>
    // Settled meanwhile is no failure to somebody who reads: the page says what became of it.
    refusal.code === 'press.settled' && isNavigation(request)
      ? seeOther(`/panic?press=${pressId}`)
      : refusedTo(request, refusal),
  onCrossSite: auditForgedPress,
});
