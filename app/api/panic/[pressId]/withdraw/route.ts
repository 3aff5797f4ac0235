import { presser } from '#lib/identity/caller.ts';
import { auditForgedPress, refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { bearerIn, isNavigation, json, seeOther } from '#lib/platform/http.ts';

/** Withdraws a press; also by plain form, without JavaScript. */
export const POST = route(presser, withdrawPress, {
  token: ({ request }) => bearerIn(request),
  respond: (receipt, { request, params }) =>
    isNavigation(request) ? seeOther(`/panic?press=${params.pressId}`) : json(receipt),
  refuse: (request, refusal, { pressId }) =>
    // For a page, "already settled" is no error: the receipt shows the outcome.
    refusal.code === 'press.settled' && isNavigation(request)
      ? seeOther(`/panic?press=${pressId}`)
      : refusedTo(request, refusal),
  onCrossSite: auditForgedPress,
});
