import { listNotes } from '#lib/console/notes/list-notes.ts';
import { writeNote } from '#lib/console/notes/write-note.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf, json } from '#lib/platform/http.ts';

/** Large enough to reach validation, so that a too long text gets a named error. */
const MAX_BODY_BYTES = 128 * 1024;

export const GET = route(operator, listNotes);

/** 201 for a new note, 200 for a repeated one. */
export const POST = route(operator, writeNote, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body, params }) => ({ ...fieldsOf(body), ...params }),
  respond: ({ id, isNew }) => json({ id }, isNew ? 201 : 200),
});
