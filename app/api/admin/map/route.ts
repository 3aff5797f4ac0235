import { listOnMap } from '#lib/console/map/list-on-map.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

/** The open callouts and where they are, to operators. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await listOnMap(actor, {}));
});
