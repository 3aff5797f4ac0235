import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

/** How AURA and this deployment get on, to operators. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await readIntegration(actor, {}));
});
