import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

/** A page of the callouts that fit, to operators: by the fields of the board's own form. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return answer(request, await listCallouts(actor, asked));
});
