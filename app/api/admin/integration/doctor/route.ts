import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { runDoctor } from '#lib/integration/run-doctor.ts';
import { isCrossSite, jsonLines, problem, route } from '#lib/platform/http.ts';

/** Runs the doctor that changes nothing at AURA: one finding a line, as it comes. */
export const POST = route(async (request: Request) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const begun = await runDoctor(actor, {});
  return begun.ok ? jsonLines(begun.value.findings) : problem(request, begun);
});
