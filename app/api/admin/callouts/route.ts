import { listCallouts } from '#lib/callouts/list-callouts.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';
import { refuse } from '#lib/platform/result.ts';

/** A page of all callouts, newest first, to operators. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  return answer(request, await listCallouts(actor, { after }));
});
