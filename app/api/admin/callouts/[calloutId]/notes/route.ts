import { listNotes } from '#lib/console/notes/list-notes.ts';
import { writeNote } from '#lib/console/notes/write-note.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf, json } from '#lib/platform/http.ts';

/** Large enough that a text which is far too long is refused by name, rather than cut off. */
const MAX_BODY_BYTES = 128 * 1024;

/** What operators wrote about a callout for each other. */
export const GET = route(operator, listNotes);

/** Another note: 201 when it is new, 200 when it was there already. */
export const POST = route(operator, writeNote, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body, params }) => ({ ...fieldsOf(body), ...params }),
  respond: ({ id, isNew }) => json({ id }, isNew ? 201 : 200),
});
