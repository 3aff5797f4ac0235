import { operatorFrom } from '#lib/identity/session.ts';
import { listOnMap } from '#lib/map/list-on-map.ts';
import { answer, problem, route } from '#lib/platform/http.ts';
import { refuse } from '#lib/platform/result.ts';

/** The open callouts and where they are, to operators. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await listOnMap(actor, {}));
});
