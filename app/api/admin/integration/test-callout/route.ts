import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { runWritingDoctor } from '#lib/integration/run-writing-doctor.ts';
import { isCrossSite, jsonLines, problem, readBody, route } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 1_024;

/** Runs the doctor with one TEST callout, once it is confirmed: one finding a line, as it comes. */
export const POST = route(async (request: Request) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!body.ok) return problem(request, body);
  const begun = await runWritingDoctor(actor, body.value.body);
  return begun.ok ? jsonLines(begun.value.findings) : problem(request, begun);
});
