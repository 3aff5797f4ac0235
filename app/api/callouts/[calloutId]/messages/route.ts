import { readMessages } from '#lib/following/messages/read-messages.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { calloutViewer } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, fieldsOf, json } from '#lib/platform/http.ts';

/** Large enough that a text which is far too long is refused by name, rather than cut off. */
const MAX_BODY_BYTES = 128 * 1024;

/** What was said on a callout, to its owner and to operators; 404 to anybody else. */
export const GET = route(calloutViewer, readMessages);

/** A message to AURA's control room: 202 when Vigil has it, 200 when it had it already. */
export const POST = route(calloutViewer, writeMessage, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body, params }) => ({ ...fieldsOf(body), ...params }),
  respond: ({ id, state, isNew }) => json({ id, state }, isNew ? 202 : 200),
});
