import { refuse } from '#lib/errors/result.ts';
import { recordFix } from '#lib/following/positions/record-fix.ts';
import { toReport } from '#lib/following/positions/schema.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { pressTokenIn } from '#lib/panic/schema.ts';
import { bearerIn, isCrossSite, json, problem, readBody, route } from '#lib/platform/http.ts';

/** A hundred fixes take a third of it. */
const MAX_BODY_BYTES = 32 * 1024;

type Context = { params: Promise<{ calloutId: string }> };

/** Where the person of an open callout is: one fix, or those that were kept while there was no connection. */
export const POST = route(async (request: Request, { params }: Context) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const { body } = read.value;
  const presser = await presserFrom(request.headers, bearerIn(request) ?? pressTokenIn(body));
  if (!presser.ok) return problem(request, presser);
  const { calloutId } = await params;
  const recorded = await recordFix(presser.value, { ...toReport(body), calloutId });
  return recorded.ok ? json(recorded.value, 202) : problem(request, recorded);
});
