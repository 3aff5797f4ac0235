import { personFrom } from '#lib/identity/session.ts';
import { raisePress } from '#lib/panic/raise-press.ts';
import { formToPress } from '#lib/panic/schema.ts';
import { isCrossSite, json, problem, readBody, route } from '#lib/platform/http.ts';
import { refuse } from '#lib/platform/result.ts';

const MAX_BODY_BYTES = 16 * 1024;

/** The stable door for a press: JSON from any build of ours, or a plain form that needs no script. */
export const POST = route(async (request: Request) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const actor = await personFrom(request.headers);
  if (actor.role !== 'person') return problem(request, refuse('session.required'));
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const { kind, body } = read.value;
  const raised = await raisePress(actor, kind === 'form' ? formToPress(body) : body);
  if (!raised.ok) return problem(request, raised);

  const { receipt, isNew } = raised.value;
  const { pressId, state, calloutId } = receipt;
  if (kind === 'form')
    return seeOther(calloutId === null ? `/panic?press=${pressId}` : `/callouts/${calloutId}`);
  if (!isNew) return json(receipt);
  switch (state) {
    case 'delivered':
      return json({ pressId, state, calloutId }, 201);
    case 'recorded':
      return json({ pressId, state }, 202);
    case 'rejected':
    case 'expired':
      return problem(request, refuse('press.rejected'), { pressId, state });
  }
});

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
