import { personFrom } from '#lib/identity/session.ts';
import { readReceipt } from '#lib/panic/read-receipt.ts';
import { answer, problem, route } from '#lib/platform/http.ts';
import { refuse } from '#lib/platform/result.ts';

type Context = { params: Promise<{ pressId: string }> };

/** The receipt of a press, to the person who pressed it. */
export const GET = route(async (request: Request, { params }: Context) => {
  const actor = await personFrom(request.headers);
  if (actor.role !== 'person') return problem(request, refuse('session.required'));
  return answer(request, await readReceipt(actor, await params));
});
