import { ok, refuse } from '#lib/errors/result.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** How AURA's page of a callout may be shown now, without its address: asked by the page that frames it. */
export const GET = route(async (request: Request, { params }: Context) => {
  const { calloutId } = await params;
  const viewers = await viewersFrom(request.headers);
  if (viewers.length === 0) return problem(request, refuse('callout.not_found'));
  const tracking = await firstAllowed(viewers, openTracking, { calloutId, isFresh: true });
  if (!tracking.ok) return problem(request, tracking);
  const { value } = tracking;
  return answer(request, ok({ as: value && value !== 'cannot_be_opened' ? value.as : null }));
});
