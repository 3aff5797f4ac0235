import { refuse } from '#lib/errors/result.ts';
import { machine, presser } from '#lib/identity/caller.ts';
import { auditForgedPress, refusedTo } from '#lib/identity/refused-to.ts';
import { route } from '#lib/identity/route.ts';
import { canaryFrom, isCanary } from '#lib/panic/canary/canary-token.ts';
import { countCanary } from '#lib/panic/canary/count-canary.ts';
import { rejectionReason } from '#lib/panic/core/model.ts';
import { calloutPageOf } from '#lib/panic/core/receipt.ts';
import { raiseAndTrack } from '#lib/panic/device/raise-and-track.ts';
import { formToPress, pressTokenIn, type Raised, withSilence } from '#lib/panic/schema.ts';
import { bodyUpTo, json, problem, seeOther } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 16 * 1024;

const PRACTICE = route(machine(canaryFrom), countCanary, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body }) =>
    body.kind === 'form'
      ? { door: 'form', press: formToPress(body.body) }
      : { door: 'json', press: body.body },
  respond: (counted, { body }) =>
    body.kind === 'form' ? seeOther(`/panic?press=${counted.pressId}`) : json(counted, 202),
});

/** The stable endpoint for a press: JSON from any build, or a plain form without JavaScript. */
export const POST = route(presser, raiseAndTrack, {
  body: bodyUpTo(MAX_BODY_BYTES),
  token: ({ body }) => pressTokenIn(body.body),
  input: ({ body, request }) =>
    withSilence(body.kind === 'form' ? formToPress(body.body) : body.body, request.headers),
  respond: (raised, { request, body }) =>
    body.kind === 'form' ? seeOther(truthOf(raised)) : answerTo(request, raised),
  refuse: refusedTo,
  onCrossSite: auditForgedPress,
  aside: { isFor: isCanary, route: PRACTICE },
});

function answerTo(request: Request, { receipt, isNew, trackingUrl }: Raised): Response {
  const { pressId, state, calloutId, sendsAt, afterSafe } = receipt;
  const instead = trackingUrl ? { trackingUrl } : {};
  if (!isNew) return json({ ...receipt, ...instead });
  if (state === 'delivered') return json({ pressId, state, calloutId, ...instead }, 201);
  if (state === 'held') return json({ pressId, state, sendsAt }, 202);
  if (state === 'recorded') return json({ pressId, state, ...(afterSafe ? { afterSafe } : {}) }, 202);
  const why = { problem: receipt.problem, detail: rejectionReason(receipt.problem) };
  return problem(request, refuse('press.rejected'), { pressId, state, ...why });
}

/** Redirect target after a form press: the callout's page, or what is known of the press and a new button. */
function truthOf({ receipt, trackingUrl }: Raised): string {
  return calloutPageOf(receipt, trackingUrl) ?? `/panic?press=${receipt.pressId}`;
}
