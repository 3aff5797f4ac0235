import { listNotes } from '#lib/console/notes/list-notes.ts';
import { writeNote } from '#lib/console/notes/write-note.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, isCrossSite, json, problem, readBody, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ calloutId: string }> };

/** Large enough that a text which is far too long is refused by name, rather than cut off. */
const MAX_BODY_BYTES = 128 * 1024;

/** What operators wrote about a callout for each other. */
export const GET = route(async (request: Request, { params }: Context) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  return answer(request, await listNotes(actor, await params));
});

/** Another note: 201 when it is new, 200 when it was there already. */
export const POST = route(async (request: Request, { params }: Context) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const { calloutId } = await params;
  const read = await readBody(request, MAX_BODY_BYTES);
  if (!read.ok) return problem(request, read);
  const fields = typeof read.value.body === 'object' ? read.value.body : {};
  const written = await writeNote(actor, { ...fields, calloutId });
  if (!written.ok) return problem(request, written);
  const { id, isNew } = written.value;
  return json({ id }, isNew ? 201 : 200);
});
