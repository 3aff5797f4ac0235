import { readCoverage } from '#lib/coverage/read-coverage.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

/** Where AURA responds, to operators. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await readCoverage(actor, {}));
});
