import { refuse } from '#lib/errors/result.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** A callout and its timeline, to its owner and to operators; 404 to anybody else. */
export const GET = route(async (request: Request, { params }: Context) => {
  const { calloutId } = await params;
  const viewers = await viewersFrom(request.headers);
  if (viewers.length === 0) return problem(request, refuse('callout.not_found'));
  return answer(request, await firstAllowed(viewers, readCallout, { calloutId }));
});
