import { refuse } from '#lib/errors/result.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import { answer, isCrossSite, json, problem, readBody, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** Large enough that a text which is far too long is refused by name, rather than cut off. */
const MAX_BODY_BYTES = 128 * 1024;

/** What was said on a callout, to its owner and to operators; 404 to anybody else. */
export const GET = route(async (request: Request, { params }: Context) => {
  const { calloutId } = await params;
  const viewers = await viewersFrom(request.headers);
  if (viewers.length === 0) return problem(request, refuse('callout.not_found'));
  return answer(request, await firstAllowed(viewers, readMessages, { calloutId }));
});

/** A message to AURA's control room: 202 when Vigil has it, 200 when it had it already. */
export const POST = route(async (request: Request, { params }: Context) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const { calloutId } = await params;
  const viewers = await viewersFrom(request.headers);
  if (viewers.length === 0) return problem(request, refuse('callout.not_found'));
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const fields = typeof read.value.body === 'object' ? read.value.body : {};
  const written = await firstAllowed(viewers, writeMessage, { ...fields, calloutId });
  if (!written.ok) return problem(request, written);
  const { id, state, isNew } = written.value;
  return json({ id, state }, isNew ? 202 : 200);
});
