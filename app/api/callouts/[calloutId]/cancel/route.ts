import { refuse } from '#lib/errors/result.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { isCrossSite, json, problem, readBody, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

const MAX_BODY_BYTES = 4 * 1024;

/** The person says that they are safe. 202 with the same body for every code, right, wrong or absent. */
export const POST = route(async (request: Request, { params }: Context) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const presser = await presserFrom(request.headers);
  if (!presser.ok) return problem(request, presser);
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const { kind, body } = read.value;
  const { calloutId } = await params;
  const fields = typeof body === 'object' ? body : {};
  const asked = await cancelCallout(presser.value, { ...fields, calloutId });
  if (!asked.ok) return problem(request, asked);
  if (kind === 'json') return json(asked.value, 202);
  // A form without a script: back to the page, which now shows what was said.
  const location = `/callouts/${asked.value.calloutId}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
});
