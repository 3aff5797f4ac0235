import { listCallouts } from '#lib/callouts/list-callouts.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';
import { refuse } from '#lib/platform/result.ts';

/** A page of the callouts that fit, to operators: by the fields of the board's own form. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return answer(request, await listCallouts(actor, asked));
});
