import { refuse } from '#lib/errors/result.ts';
import { readCancellations } from '#lib/following/cancellations/read-cancellations.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** Who asked to call a callout off, to operators. */
export const GET = route(async (request: Request, { params }: Context) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await readCancellations(actor, await params));
});
