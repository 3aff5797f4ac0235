import { refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { answer, bearerIn, isCrossSite, isNavigation, route, seeOther } from '#lib/platform/http.ts';

type Context = { params: Promise<{ pressId: string }> };

/** Takes a press back, for the person who pressed it; by a plain form, too, which needs no script. */
export const POST = route(async (request: Request, { params }: Context) => {
  if (isCrossSite(request)) {
    await auditRefusal(visitorFrom(request.headers), { action: 'press.forge', detail: 'cross-site' });
    return refusedTo(request, refuse('request.cross_site'));
  }
  const presser = await presserFrom(request.headers, bearerIn(request));
  if (!presser.ok) return refusedTo(request, presser);
  const { pressId } = await params;
  const withdrawn = await withdrawPress(presser.value, { pressId });
  if (!isNavigation(request)) return answer(request, withdrawn);
  // Settled meanwhile is no failure to somebody who reads: the page says what became of it.
  if (withdrawn.ok || withdrawn.code === 'press.settled') return seeOther(`/panic?press=${pressId}`);
  return refusedTo(request, withdrawn);
});
