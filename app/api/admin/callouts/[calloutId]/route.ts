import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** All that operators may know of a callout. */
export const GET = route(async (request: Request, { params }: Context) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await readStatus(actor, await params));
});
