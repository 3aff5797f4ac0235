import { presserFrom } from '#lib/identity/presser.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { raisePress } from '#lib/panic/raise-press.ts';
import { formToPress, pressTokenIn, type Raised } from '#lib/panic/schema.ts';
import { auditRefusal } from '#lib/platform/audit.ts';
import { isCrossSite, json, problem, readBody, route } from '#lib/platform/http.ts';
import { refuse } from '#lib/platform/result.ts';

const MAX_BODY_BYTES = 16 * 1024;

/** The stable door for a press: JSON from any build of ours, or a plain form that needs no script. */
export const POST = route(async (request: Request) => {
  if (isCrossSite(request)) {
    await auditRefusal(visitorFrom(request.headers), { action: 'press.forge', detail: 'cross-site' });
    return problem(request, refuse('request.cross_site'));
  }
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const { kind, body } = read.value;
  const presser = await presserFrom(request.headers, pressTokenIn(body));
  if (!presser.ok) return problem(request, presser);
  const raised = await raisePress(presser.value, kind === 'form' ? formToPress(body) : body);
  if (!raised.ok) return problem(request, raised);
  return kind === 'form' ? seeOther(raised.value) : answerTo(request, raised.value);
});

function answerTo(request: Request, { receipt, isNew }: Raised): Response {
  const { pressId, state, calloutId } = receipt;
  if (!isNew) return json(receipt);
  if (state === 'delivered') return json({ pressId, state, calloutId }, 201);
  if (state === 'recorded') return json({ pressId, state }, 202);
  return problem(request, refuse('press.rejected'), { pressId, state });
}

function seeOther({ receipt, trackingUrl }: Raised): Response {
  const { calloutId, pressId } = receipt;
  // Without the database our own page could not open.
  const ours = calloutId === null ? `/panic?press=${pressId}` : `/callouts/${calloutId}`;
  return new Response(null, {
    status: 303,
    headers: { location: trackingUrl ?? ours, 'cache-control': 'no-store' },
  });
}
