import { listAttention } from '#lib/console/attention/list-attention.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, problem, route } from '#lib/platform/http.ts';

/** What needs a human now, to operators. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return answer(request, await listAttention(actor, asked));
});
