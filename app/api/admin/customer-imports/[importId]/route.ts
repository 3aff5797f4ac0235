import { readImport } from '#lib/customers/imports/read-import.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ importId: string }> };

/** How far a file of customers is. */
export const GET = route(async (request: Request, { params }: Context) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await readImport(actor, await params));
});
