import { refuse } from '#lib/errors/result.ts';
import { auditRefusal } from '#lib/identity/audit.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { rejectionReason } from '#lib/panic/model.ts';
import { formToPress, pressTokenIn, type Raised } from '#lib/panic/schema.ts';
import { isCrossSite, json, problem, readBody, route, seeOther } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 16 * 1024;

/** The stable door for a press: JSON from any build of ours, or a plain form that needs no script. */
export const POST = route(async (request: Request) => {
  if (isCrossSite(request)) {
    await auditRefusal(visitorFrom(request.headers), { action: 'press.forge', detail: 'cross-site' });
    return refusedTo(request, refuse('request.cross_site'));
  }
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const { kind, body } = read.value;
  const presser = await presserFrom(request.headers, pressTokenIn(body));
  const raised = presser.ok
    ? await raisePress(presser.value, kind === 'form' ? formToPress(body) : body)
    : presser;
  if (!raised.ok) return refusedTo(request, raised);
  return kind === 'form' ? seeOther(truthOf(raised.value)) : answerTo(request, raised.value);
});

function answerTo(request: Request, { receipt, isNew, trackingUrl }: Raised): Response {
  const { pressId, state, calloutId } = receipt;
  // Without the database our own page could not open.
  const instead = trackingUrl ? { trackingUrl } : {};
  if (!isNew) return json({ ...receipt, ...instead });
  if (state === 'delivered') return json({ pressId, state, calloutId, ...instead }, 201);
  if (state === 'recorded') return json({ pressId, state }, 202);
  const why = { problem: receipt.problem, detail: rejectionReason(receipt.problem) };
  return problem(request, refuse('press.rejected'), { pressId, state, ...why });
}

/** A form that comes again after this is no double tap: a page from the browser's memory, pressed anew. */
const PRESSED_ANEW_S = 30;

/**
 * The page that shows what became of the press. Whoever presses an old form again has pressed nothing new, and must
 * not be led to believe so: there they find what became of it, and a button that works.
 */
function truthOf({ receipt, isNew, trackingUrl }: Raised): string {
  const { state, calloutId, pressId, ages } = receipt;
  const isOld = !isNew && (ages.settledSeconds ?? 0) > PRESSED_ANEW_S;
  if (state !== 'delivered' || isOld) return `/panic?press=${pressId}`;
  return trackingUrl ?? `/callouts/${calloutId}`;
}
